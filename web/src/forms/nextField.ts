const FIELDS = "input, select, textarea, [data-register], [type=submit]";

/** The field of the form to which one goes on. */
export function fieldAfter(here: HTMLElement): HTMLElement | undefined {
  const all = [...(here.closest("form")?.querySelectorAll<HTMLElement>(FIELDS) ?? [])];
  return all.find(
    (one) =>
      (here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
      one.tabIndex >= 0 &&
      one.offsetParent !== null &&
      !isSameChoice(here, one),
  );
}

/** Of several radio buttons only the chosen one is a stop. */
const isSameChoice = (from: HTMLElement, to: HTMLElement): boolean =>
  to instanceof HTMLInputElement &&
  to.type === "radio" &&
  (!to.checked || (from instanceof HTMLInputElement && from.name === to.name));
