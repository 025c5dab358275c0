import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DocumentNode, execute, getNamedType, type GraphQLSchema, parse, subscribe, validate } from "graphql";
import { nameBasedUuid } from "../../src/eventstore/nameBasedUuid.js";
import type { Principal } from "../../src/commands/bus.js";
import { uncapital } from "../../src/domain/kernel/words.js";
import type { RecordKind } from "../../src/domain/kernel/fields.js";
import { buildLedgerSchema } from "../../src/graphql/schema.js";
import type { LedgerContext, Subscriber } from "../../src/graphql/shared/context.js";
import { type Ledger, type LedgerOptions, openLedger } from "../../src/ledger.js";

/** A JSON answer, to be looked into. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

export const OFFICER: Principal = { subject: "officer-1", role: "PRESS_OFFICER", unitId: null };
export const ANALYST: Principal = { subject: "analyst-1", role: "ANALYST", unitId: null };

let schema: Promise<GraphQLSchema> | undefined;
export const ledgerSchema = (): Promise<GraphQLSchema> => (schema ??= buildLedgerSchema());

const documents = new Map<string, DocumentNode>();

/** What is asked, checked against the schema: once for each text, as tests give the same commands a thousand times. */
function documentOf(text: string, of: GraphQLSchema): DocumentNode {
  const known = documents.get(text);
  if (known) return known;
  const document = parse(text);
  const invalid = validate(of, document);
  if (invalid.length > 0) throw new Error(invalid.map((error) => error.message).join("\n"));
  documents.set(text, document);
  return document;
}

const LONG_LOG_MS = 120_000;
const NAMESPACE = "5a0e2b1c-7d3f-4c55-9a68-2f1b7c9d0e4a";

/** A test sets its clock as it likes. */
const CLOCK = { acceptsClock: true };

/** The whole API on a ledger of its own, asked in process, with a clock that the test moves. */
export class Api {
  private static opened = 0;
  private commands = 0;

  private constructor(
    private readonly nth: number,
    readonly folder: string,
    public ledger: Ledger,
    private readonly schema: GraphQLSchema,
    private readonly clock: { now: Date },
  ) {}

  /**
   * @param eventStoreUrl a node on EventStoreDB; absent, one with a log of its own
   * @param like one that was opened before: the same commands have the same ids here, so that records have them too
   */
  static async open(now = "2019-09-10T03:00:00.000Z", eventStoreUrl?: string, like?: Api): Promise<Api> {
    return Api.in(mkdtempSync(join(tmpdir(), "press-ledger-test-")), now, { eventStoreUrl, like });
  }

  /** As `open`, on the ledger in a folder, which is then the test's own. */
  static async in(
    folder: string,
    now: string,
    { eventStoreUrl, like }: { readonly eventStoreUrl?: string | undefined; readonly like?: Api | undefined } = {},
  ): Promise<Api> {
    const clock = { now: new Date(now) };
    const ledger = await openLedger({ folder, eventStoreUrl, now: () => clock.now, ...CLOCK });
    // There may be events of others.
    await ledger.reads.reached(await ledger.log.head(), LONG_LOG_MS);
    return new Api(like?.nth ?? Api.opened++, folder, ledger, await ledgerSchema(), clock);
  }

  set now(instant: string) {
    this.clock.now = new Date(instant);
  }

  get time(): Date {
    return this.clock.now;
  }

  pass(ms: number): void {
    this.clock.now = new Date(this.clock.now.getTime() + ms);
  }

  /** A command id that no other command of this test has. The same key gives the same id. */
  commandId(key: string | number = this.commands++): string {
    return nameBasedUuid(`${this.nth} ${key}`, NAMESPACE);
  }

  /** Asks; top-level errors fail the test. */
  async ask(
    text: string,
    variables: Record<string, unknown> = {},
    principal: Principal | null = OFFICER,
  ): Promise<Json> {
    const { data, errors } = await this.tryAsk(text, variables, principal);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data;
  }

  async tryAsk(
    text: string,
    variables: Record<string, unknown> = {},
    principal: Principal | null = OFFICER,
  ): Promise<{ data: Json; errors: readonly { message: string; code: unknown }[] }> {
    const document = documentOf(text, this.schema);
    const contextValue = this.context(principal);
    const result = await execute({ schema: this.schema, document, variableValues: variables, contextValue });
    const errors = (result.errors ?? []).map(({ message, extensions }) => ({ message, code: extensions["code"] }));
    return { data: JSON.parse(JSON.stringify(result.data ?? null)) as Json, errors };
  }

  /** Gives a command by its mutation's name and answers with the result union's member. */
  async command(name: string, input: Record<string, unknown>, principal: Principal = OFFICER): Promise<Json> {
    const field = this.schema.getMutationType()?.getFields()[name];
    if (!field) throw new Error(`There is no mutation ${name}.`);
    const kind = String(getNamedType(field.type)).replace("Result", "") as RecordKind;
    const answer = `${ANSWER} ... on ${kind}Changed { entity: ${ENTITY[kind] ?? `${uncapital(kind)} { id revision }`} }`;
    const text = `mutation ($input: ${String(field.args[0]?.type)}) { result: ${name}(input: $input) { __typename ${answer} } }`;
    const data = (await this.ask(text, { input: { commandId: this.commandId(), ...input } }, principal)) as Json;
    return data.result;
  }

  /** As `command`; a refusal fails the test. Answers with the entity's global id. */
  async done(name: string, input: Record<string, unknown>, principal: Principal = OFFICER): Promise<string> {
    const result = await this.command(name, input, principal);
    if (!result.entity) throw new Error(`${name}: ${JSON.stringify(result)}`);
    return result.entity.id as string;
  }

  async subscribe(
    text: string,
    variables: Record<string, unknown> = {},
    principal: Principal | null = OFFICER,
    subscriber: Partial<Subscriber> = {},
  ): Promise<AsyncIterableIterator<Json>> {
    const now = (): string => this.clock.now.toISOString();
    const terms = { now, expired: () => false, heartbeatMs: 60_000, ...subscriber };
    const contextValue = { ...this.context(principal), subscriber: terms };
    const feed = await subscribe({
      schema: this.schema,
      document: parse(text),
      variableValues: variables,
      contextValue,
    });
    if (!(Symbol.asyncIterator in feed)) throw new Error(JSON.stringify(feed.errors));
    return feed as AsyncIterableIterator<Json>;
  }

  /** Closes the ledger and opens it again on the same files. */
  async reopen(more: Partial<LedgerOptions> = {}): Promise<void> {
    await this.ledger.close();
    this.ledger = await openLedger({ folder: this.folder, now: () => this.clock.now, ...CLOCK, ...more });
  }

  async close(): Promise<void> {
    await this.ledger.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private context(principal: Principal | null): LedgerContext {
    const { bus, reads, log, law } = this.ledger;
    const now = this.clock.now.toISOString();
    return { principal: principal ?? undefined, now, bus, reads, log, law };
  }
}

const ANSWER = `
  ... on CommandDone { position revision replayed }
  ... on UserError { code message messageVi path }
  ... on InvalidInput { issues { path message messageVi } }
`;
/** What is asked of the record that a command changed, besides its id and its revision. */
const ENTITY: Partial<Readonly<Record<RecordKind, string>>> = {
  Unit: "unit { id name revision }",
  PressAgency: "pressAgency { id }",
  RepresentativeOffice: "representativeOffice { id }",
  Reporter: "reporter { id }",
  Inspection: "inspection { id revision status }",
  ViolationCase: "violationCase { id revision status parties { id } violations { id } }",
  Seizure: "seizure { id revision status }",
  Sanction: "sanction { id revision status number { text } }",
  Visit: "visit { id revision status probableDuplicates { id } }",
};
