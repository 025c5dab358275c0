import type { Form, FormField } from "./sheets.js";

/**
 * The API's notes are written for programs. The page shows those of their sentences that help whoever fills in a form: none
 * that names a field, a mutation or a code, and none that says what the page says of every such step in its own words.
 */

const IN_CODE = /`([^`]*)`/g;
/** `intoId`, `/calendar/<secret>.ics`; `05/BB-VPHC` or `19:03:20` is an example, which helps. */
const OF_A_PROGRAM = /^(?:[a-z]\w*|[A-Z]\w*[a-z]\w*|\/.*)$/;
const CODE = /\b[A-Z]{4,}(?:_[A-Z]+)*\b|\bSHA-/;
const ANSWER = /^Answers with |\b[Nn]ull\b|on the (?:visit|reporter) returned/;

/** Which sentences the page's own words of such steps make superfluous. */
const SAID: Readonly<Partial<Record<Form["kind"], RegExp>>> = {
  CORRECTS: /stays as it is|^Corrects what was entered|^What was entered wrongly/,
  VOIDS: /entered (?:in error|by mistake)/,
  TAKES_BACK: /^What it told is in no figure/,
};

function isForPeople(sentence: string): boolean {
  const inCode = [...sentence.matchAll(IN_CODE)].map(([, text = ""]) => text);
  return !inCode.some((text) => OF_A_PROGRAM.test(text)) && !CODE.test(sentence) && !ANSWER.test(sentence);
}

export function noteForPeople(note: string | null, kind: Form["kind"]): string | null {
  const sentences = (note ?? "").split(/(?<=\.) (?=[A-Z`])/);
  const told = sentences.filter((one) => isForPeople(one) && !SAID[kind]?.test(one));
  return (
    told
      .join(" ")
      .replace(IN_CODE, "$1")
      .replace(/\babsent:/, "left empty:")
      .replace(/\bAbsent:/, "Left empty:") || null
  );
}

export function formForPeople(form: Form): Form {
  const told = (field: FormField): FormField => ({
    ...field,
    note: noteForPeople(field.note, form.kind),
    ...(field.fields ? { fields: field.fields.map(told) } : {}),
  });
  return { ...form, note: noteForPeople(form.note, form.kind), fields: form.fields.map(told) };
}
