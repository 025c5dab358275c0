import type { Form } from "../catalog.ts";
import type { MadeDocument } from "../ledger/document.ts";
import { Fault, send } from "../ledger/ask.ts";
import { haveMoved } from "../ledger/head.ts";
import type { Language } from "../words/words.ts";

/** What comes of a command. */
export type Outcome =
  | { readonly is: "DONE"; readonly id: string | null; readonly position: string; readonly replayed: boolean }
  | {
      readonly is: "REFUSED";
      readonly code: string;
      readonly path: readonly string[];
      readonly says: Record<Language, string>;
    };

export type Input = Readonly<Record<string, unknown>>;

/** A UUID (version 4). Over plain http, as in an office's own network, browsers have no `crypto.randomUUID`. */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes.set([(bytes[6]! & 0x0f) | 0x40, bytes[7]!, (bytes[8]! & 0x3f) | 0x80], 6);
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

const ANSWER = `__typename
  ... on CommandDone { position replayed revision node { id } }
  ... on UserError { code message messageVi path }`;

export const documentOf = (mutation: string): MadeDocument =>
  `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { ${ANSWER} } }`;

interface Answered {
  readonly position?: string;
  readonly replayed?: boolean;
  readonly node?: { readonly id: string } | null;
  readonly code?: string;
  readonly message?: string;
  readonly messageVi?: string;
  readonly path?: readonly string[];
}

/**
 * Gives a command. The same `commandId` is done once, however often it is sent.
 * @throws Fault when it cannot be known whether it was done: then it is to be sent again as it is.
 */
export async function command(mutation: string, input: Input): Promise<Outcome> {
  const answer = (await send(documentOf(mutation), { input })) as Record<string, Answered>;
  const told = answer[mutation];
  if (!told) throw new Fault("INTERNAL_SERVER_ERROR", "No answer.");
  if (told.code !== undefined) {
    return {
      is: "REFUSED",
      code: told.code,
      path: told.path ?? [],
      says: { vi: told.messageVi ?? "", en: told.message ?? "" },
    };
  }
  haveMoved();
  return { is: "DONE", id: told.node?.id ?? null, position: told.position ?? "", replayed: told.replayed ?? false };
}

/** A form's values as the API takes them: what is empty is left out. */
export function inputOf(form: Pick<Form, "fields">, values: Input): Input {
  const given = form.fields.map(({ name }) => [name, tidy(values[name])] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function tidy(value: unknown): unknown {
  if (value === null || value === undefined || value === "") return undefined;
  if (Array.isArray(value)) {
    const entries = value.map(tidy).filter((one) => one !== undefined);
    return entries.length === 0 ? undefined : entries;
  }
  if (typeof value !== "object") return value;
  const entries = Object.entries(value).map(([name, one]) => [name, tidy(one)] as const);
  const told = entries.filter(([, one]) => one !== undefined);
  return told.length === 0 ? undefined : Object.fromEntries(told);
}
