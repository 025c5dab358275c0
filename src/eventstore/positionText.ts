import type { Position } from "./contract.js";

/** A position as those see it who may only keep it and send it back: an opaque text. `P1` is the version of the form. */
export const positionText = (position: Position): string => `P1-${position}`;

const FORM = /^P1-(0|[1-9]\d{0,15})$/;

/** The position in a text; undefined for any other text. */
export function positionIn(text: string): Position | undefined {
  const digits = FORM.exec(text)?.[1];
  const position = Number(digits);
  return digits !== undefined && Number.isSafeInteger(position) ? position : undefined;
}
