import { documentOf } from "./mutations.js";

/** Sends an operation somewhere, as somebody, and brings back what a GraphQL server answers. */
export type Ask = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<GraphQLAnswer>;

export interface GraphQLAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors?:
    readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[] | undefined;
}

/** The global id of something that an earlier command made, by the name it was given there. */
export type IdOf = (name: string) => string;

/** A command that is told but not sent yet: what it speaks of may have to be made first. */
export interface PlannedCommand {
  /** How a person finds it: `units "so-tnmt"`. */
  readonly entry: string;
  readonly commandId: string;
  readonly mutation: string;
  readonly input: (idOf: IdOf) => Readonly<Record<string, unknown>>;
  /** The name under which others may speak of what it makes: `unit:so-tnmt`. */
  readonly makes?: string | undefined;
  /** The name of what the command that led to it made, the last one if there were several. */
  readonly causedBy?: string | undefined;
}

export interface Refused {
  readonly code: string;
  readonly message: string;
  readonly messageVi: string;
  readonly path: readonly string[];
}

export type Sent = { readonly done: { readonly replayed: boolean } } | { readonly refused: Refused };

/** A top-level error: of the request, of the caller's rights, or of the server. Nothing after it makes sense. */
export class RequestFailed extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Something that the command speaks of has not been made. */
export class NothingMade extends Error {
  constructor(readonly missing: string) {
    super(`There is nothing named ${missing}.`);
  }
}

interface Part {
  readonly id: string;
  readonly title?: string | null;
  readonly kind?: string;
}

/** What a command made or changed, with the parts of it that later commands speak of. */
interface Made {
  readonly id: string;
  readonly promises?: readonly Part[];
  readonly complaints?: readonly Part[];
  readonly parties?: readonly Part[];
  readonly violations?: readonly Part[];
  readonly lines?: { readonly nodes: readonly Part[] };
  readonly measures?: readonly Part[];
  readonly reports?: readonly Part[];
  readonly figures?: readonly Part[];
  readonly recommendations?: readonly Part[];
}

interface Answer extends Partial<Refused> {
  readonly replayed?: boolean;
  readonly made?: Made | null;
  /** A recommendation that the command added to an inspection. */
  readonly recommendation?: Part | null;
  readonly issues?: readonly { readonly path: readonly string[]; readonly message: string }[];
}

/** Sends commands one after the other and remembers what they made. */
export class CommandSender {
  private readonly made = new Map<string, string>();
  private readonly makers = new Map<string, string>();

  /**
   * @throws NothingMade when it speaks of something that no earlier command made, RequestFailed when the server did not
   *   take the request at all.
   */
  async send(command: PlannedCommand, ask: Ask): Promise<Sent> {
    const { commandId, mutation, makes, causedBy } = command;
    const cause = causedBy === undefined ? {} : { causedBy: found(this.makers, causedBy) };
    const input = { commandId, ...cause, ...command.input((name) => this.idOf(name)) };
    const { data, errors } = await ask(documentOf(mutation), { input });
    const [error] = errors ?? [];
    if (error) throw new RequestFailed(codeOf(error), error.message);
    const answer = data?.["answer"] as Answer | undefined;
    if (!answer) throw new RequestFailed("NO_ANSWER", "The server gave no answer to the mutation.");
    if (answer.code !== undefined) return { refused: refusalOf(answer) };
    if (makes !== undefined) {
      this.remember(makes, answer);
      this.makers.set(makes, commandId);
    }
    return { done: { replayed: answer.replayed === true } };
  }

  /** @throws NothingMade */
  idOf(name: string): string {
    return found(this.made, name);
  }

  /** `visit:v12` is the visit, `promise:v12` the last promise on it, `violation:k1/Từ điển` one act of a case. */
  private remember(name: string, { made, recommendation }: Answer): void {
    if (!made)
      throw new RequestFailed("NOT_READABLE", "The server has stored the command but cannot show its result yet.");
    const [kind, key] = name.split(":", 2);
    if (kind === "recommendation" && recommendation) return void this.made.set(name, recommendation.id);
    this.made.set(name, made.id);
    for (const [part, id] of partsOf(made)) this.made.set(part.replace("*", key ?? ""), id);
  }
}

function found(made: ReadonlyMap<string, string>, name: string): string {
  const id = made.get(name);
  if (id === undefined) throw new NothingMade(name);
  return id;
}

/** The names of the parts, with `*` for the key of what they belong to, and their ids. */
function partsOf(made: Made): [name: string, id: string][] {
  const last = (name: string, parts: readonly Part[] = []): [string, string][] =>
    parts.slice(-1).map(({ id }) => [name, id]);
  const each = (name: string, parts: readonly Part[] = []): [string, string][] =>
    parts.map(({ id, title, kind }, index) => [`${name}/${title ?? kind ?? index}`, id]);
  return [
    ...last("promise:*", made.promises),
    ...last("complaint:*", made.complaints),
    ...last("report:*", made.reports),
    ...each("party:*", made.parties),
    ...each("violation:*", made.violations),
    ...each("line:*", made.lines?.nodes),
    ...each("measure:*", made.measures),
    ...each("figure:*", made.figures),
    ...each("recommendation:*", made.recommendations),
  ];
}

const codeOf = ({ extensions }: { readonly extensions?: Readonly<Record<string, unknown>> }): string =>
  typeof extensions?.["code"] === "string" ? extensions["code"] : "UNKNOWN";

function refusalOf({ code = "UNKNOWN", message = "", messageVi = "", path = [], issues }: Answer): Refused {
  const told = issues?.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join(" ");
  return { code, message: told ? `${message} ${told}` : message, messageVi, path };
}
