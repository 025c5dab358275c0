import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Role, ROLES } from "../../domain/kernel/actor.js";
import { daysBetween, type Instant, localDateOf, minutesAfter } from "../../domain/kernel/time.js";
import { nameBasedUuid } from "../../eventstore/nameBasedUuid.js";
import type { Fields } from "../../reference/fields.js";
import { openJson } from "../../reference/jsonText.js";
import { readTextFile } from "../../reference/textFile.js";
import type { IdOf, PlannedCommand } from "../commandSender.js";
import { planOf } from "../import/plan.js";
import { BadRegisterFile, readRegisterFile } from "../import/readRegisterFile.js";
import type { RegisterFile } from "../import/registerFile.js";
import { MUTATION_NAMES } from "../mutations.js";

/** Reads the scene of reference/scene. reference/README.md tells the format to those who write on it. */

const FOLDER = fileURLToPath(new URL("../../../../reference/scene/", import.meta.url));
const FORMAT = "press-ledger/scene@1";

/** Never to be changed: the ids of the scene's commands derive from it, and what shows the scene names records by id. */
const SCENE = "3f0e7a52-9b1d-5c64-8a77-0d1f2e3c4b5a";

/** Who acts in the scene. */
export interface Account {
  readonly subject: string;
  readonly role: Role;
  /** Key of the unit. */
  readonly unit: string | undefined;
}

/** A command, who gives it, and where the clock stands then. */
export interface SceneCommand extends PlannedCommand {
  readonly at: Instant;
  readonly by: Account;
}

/** A command without its id, which follows from what the command is, and not from where it stands. */
type Draft = Omit<SceneCommand, "commandId"> & { readonly name: string };

/** The scene cannot be read; each problem names the file, the line and the field. */
export class BadScene extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
  }
}

/**
 * All commands of the scene by its clock; those of one minute in the order in which they stand in the files.
 * @throws BadScene with all problems that were found.
 */
export function readScene(folder = FOLDER): readonly SceneCommand[] {
  const drafts = new SceneReader(folder).read();
  const timesNamed = new Map<string, number>();
  return drafts
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ name, ...command }) => {
      const nth = (timesNamed.get(name) ?? 0) + 1;
      timesNamed.set(name, nth);
      return { ...command, commandId: nameBasedUuid(`${name}#${nth}`, SCENE) };
    });
}

class SceneReader {
  private readonly problems: string[] = [];
  private readonly accounts = new Map<string, Account>();

  constructor(private readonly folder: string) {}

  read(): Draft[] {
    const { root, objects } = this.opened("scene.json");
    if (root.text("format") !== FORMAT) root.problem(`format: expected "${FORMAT}"`);
    root.list("notes");
    for (const account of objects(root, "accounts")) this.addAccount(account);
    const drafts = [
      ...objects(root, "registers").flatMap((register) => this.registerCommands(register)),
      ...root.texts("files", 1).flatMap((name) => this.storyCommands(name)),
    ];
    root.nothingElse();
    if (this.problems.length > 0) throw new BadScene(this.problems);
    return drafts;
  }

  private opened(name: string) {
    return this.attempted(name, (text) => openJson(text, name, this.problems));
  }

  /** A file that cannot be read ends the reading: what names it would mean nothing. */
  private attempted<T>(name: string, read: (text: string) => T): T {
    try {
      return read(readTextFile(join(this.folder, name)));
    } catch (error) {
      const mistakes = error instanceof BadRegisterFile ? error.problems : [`${(error as Error).message}.`];
      throw new BadScene([...this.problems, ...mistakes.map((mistake) => `${name}, ${mistake}`)]);
    }
  }

  private addAccount(fields: Fields): void {
    const subject = fields.text("account");
    if (this.accounts.has(subject)) fields.problem(`account: "${subject}" stands here twice`);
    this.accounts.set(subject, {
      subject,
      role: fields.oneOf("role", ROLES.values),
      unit: fields.optionalText("unit"),
    });
    fields.nothingElse();
  }

  /** The account that the object itself names, or the one of what it stands in. */
  private accountOf(fields: Fields, around?: Account): Account | undefined {
    const name = fields.optionalText("by");
    if (name === undefined) return around;
    const account = this.accounts.get(name);
    if (!account) fields.problem(`by: no account is named "${name}"`);
    return account ?? NOBODY;
  }

  private actorOf(fields: Fields, around?: Account): Account {
    const account = this.accountOf(fields, around);
    if (!account) fields.problem("by: expected an account, here or in what it stands in, found nothing");
    return account ?? NOBODY;
  }

  /** A register's entries, one a minute from its opening; each change on the day on which it takes effect. */
  private registerCommands(fields: Fields): Draft[] {
    const opening = fields.minute("at");
    const by = this.actorOf(fields);
    const file = this.attempted(fields.text("file"), readRegisterFile);
    fields.nothingElse();
    const nothing = { units: [], changes: [], pressAgencies: [], agencyChanges: [], reporters: [] };
    const onItsDay = (effectiveOn: string, only: Partial<RegisterFile>) => {
      const days = daysBetween(localDateOf(opening), effectiveOn);
      return planOf({ ...file, ...nothing, ...only }).map((command) => ({ command, days }));
    };
    const planned = [
      ...planOf({ ...file, changes: [], agencyChanges: [] }).map((command) => ({ command, days: 0 })),
      ...file.changes.flatMap((change) => onItsDay(change.effectiveOn, { changes: [change] })),
      ...file.agencyChanges.flatMap((change) => onItsDay(change.effectiveOn, { agencyChanges: [change] })),
    ];
    return planned.map(({ command: { commandId: _, ...command }, days }, index) => ({
      ...command,
      name: command.entry,
      at: minutesAfter(opening, days * MINUTES_A_DAY + index),
      by,
    }));
  }

  private storyCommands(name: string): Draft[] {
    const { root, objects } = this.opened(name);
    root.list("notes");
    const ofFile = this.accountOf(root);
    const drafts = objects(root, "stories").flatMap((story) => {
      const key = story.text("story");
      story.list("notes");
      const ofStory = this.accountOf(story, ofFile);
      const commands = objects(story, "commands").map((command) => this.command(command, key, ofStory));
      story.nothingElse();
      return commands;
    });
    root.nothingElse();
    return drafts;
  }

  private command(fields: Fields, story: string, ofStory: Account | undefined): Draft {
    const at = fields.minute("at");
    const by = this.actorOf(fields, ofStory);
    const mutation = mutationOf(fields);
    const names = { makes: nameOf(fields, "makes"), causedBy: nameOf(fields, "causedBy") };
    const input = fields.object("input");
    filled(input, (text) => checkedName(fields, "input", text));
    fields.nothingElse();
    const name = `${story}: ${mutation}`;
    const entry = `${fields.at}, ${name}`;
    return { at, by, name, entry, mutation, ...names, input: (idOf) => filled(input, (text) => idOf(text.slice(1))) };
  }
}

/** Stands where a problem has been told. */
const NOBODY: Account = { subject: "", role: "PUBLIC", unit: undefined };
const MINUTES_A_DAY = 1_440;

function mutationOf(fields: Fields): string {
  const text = fields.text("mutation");
  if (text !== "" && !MUTATION_NAMES.includes(text)) fields.problem(`mutation: no mutation is named "${text}"`);
  return text;
}

/** `@visit:v05` in the files is the name `visit:v05`. */
function nameOf(fields: Fields, field: string): string | undefined {
  const text = fields.optionalText(field);
  return text === undefined ? undefined : checkedName(fields, field, text);
}

function checkedName(fields: Fields, field: string, text: string): string {
  if (!/^@[A-Za-z]+:\S/.test(text)) fields.problem(`${field}: expected a name such as @visit:v05, found "${text}"`);
  return text.slice(1);
}

type Input = Readonly<Record<string, unknown>>;

/** The input, each text in it that begins with @ replaced. */
function filled(input: Input, idOf: IdOf): Input {
  const value = (one: unknown): unknown => {
    if (typeof one === "string") return one.startsWith("@") ? idOf(one) : one;
    if (Array.isArray(one)) return one.map(value);
    return typeof one === "object" && one !== null ? filled(one as Input, idOf) : one;
  };
  return Object.fromEntries(Object.entries(input).map(([field, one]) => [field, value(one)]));
}
