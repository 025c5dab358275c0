import { execute, parse, subscribe } from "graphql";
import type { Principal } from "../../src/commands/bus.js";
import type { Ledger } from "../../src/ledger.js";
import { type Json, ledgerSchema } from "./api.js";

const READER: Principal = { subject: "board", role: "OVERSIGHT", unitId: null };
const FEED = parse(`subscription { ledgerEvents(from: BEGINNING) { __typename
  ... on LedgerEventItem { item { position event { commandId } subjects { id } } } } }`);
const TIMELINE = parse(`query ($subjects: [ID!]!, $commandId: ID!) {
  timeline(subjects: $subjects, filter: { commandId: $commandId }) { nodes { position } } }`);

interface Shown {
  readonly position: string;
  readonly event: { readonly commandId: string };
  readonly subjects: readonly { readonly id: string }[];
}

/** Which of these commands have no event that the feed delivers and the timeline of its own record lists. */
export async function notShown(ledger: Ledger, commands: ReadonlyMap<string, string>): Promise<string[]> {
  const { bus, reads, log, law, now } = ledger;
  const asked = {
    schema: await ledgerSchema(),
    contextValue: { principal: READER, now: now().toISOString(), bus, reads, log, law },
  };
  const ofCommand = new Map<string, Shown>();
  const feed = await subscribe({ ...asked, document: FEED });
  if (!(Symbol.asyncIterator in feed)) throw new Error(JSON.stringify(feed.errors));
  for await (const { data, errors } of feed as AsyncIterable<Json>) {
    if (errors) throw new Error(JSON.stringify(errors));
    if (data.ledgerEvents.__typename === "CaughtUp") break;
    const { item } = data.ledgerEvents as { item: Shown };
    ofCommand.set(item.event.commandId, item);
  }
  const missing: string[] = [];
  for (const [name, commandId] of commands) {
    const shown = ofCommand.get(commandId);
    const [own] = shown?.subjects ?? [];
    const variableValues = { subjects: [own?.id], commandId };
    const listed = own && ((await execute({ ...asked, document: TIMELINE, variableValues })) as Json);
    const positions = listed?.data?.timeline.nodes.map((node: Json) => node.position) as string[] | undefined;
    if (!shown || !positions?.includes(shown.position)) missing.push(name);
  }
  return missing;
}
