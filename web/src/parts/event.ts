import { termWords } from "../catalog.ts";
import type { Language } from "../words/words.ts";

/** What happened, in a sentence. */
export const sentence = (
  { summary, summaryVi }: { readonly summary: string; readonly summaryVi: string },
  language: Language,
): string => (language === "vi" ? summaryVi : summary);

interface Actor {
  readonly subject: string;
  readonly role: string;
  readonly unitName: string | null;
}

/** As whom somebody did something: the role, and the unit. */
export const roleText = ({ role, unitName }: Omit<Actor, "subject">, language: Language): string =>
  [termWords("Role", role, language).toLowerCase(), unitName].filter(Boolean).join(", ");

/** Who did something, and as whom. */
export const actorText = (actor: Actor, language: Language): string =>
  `${actor.subject} (${roleText(actor, language)})`;
