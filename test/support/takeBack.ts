import { expect } from "chai";
import {
  type Command,
  type CommandMeta,
  type Decider,
  type DomainEvent,
  isAccepted,
  isRefused,
  type StoryEvent,
} from "../../src/domain/kernel/decider.js";

type AnyDecider = Decider<Command, object, DomainEvent>;

/** What was entered in one go: a command, or events as they are told. */
export type Entry = { readonly command: Command } | { readonly events: readonly DomainEvent[] };

/** A record's story as it is entered, command after command. */
export class Entered {
  state: object;
  readonly story: StoryEvent[] = [];
  /** Those of which something came, in order. */
  readonly entries: Entry[] = [];

  constructor(
    private readonly decider: AnyDecider,
    beginning: readonly DomainEvent[],
  ) {
    this.state = decider.initial;
    this.enter({ events: beginning });
  }

  /** Whether something came of it. */
  enter(entry: Entry): boolean {
    const events = this.eventsOf(entry);
    if (events.length === 0) return false;
    const nth = this.entries.length;
    this.entries.push(entry);
    for (const event of events) {
      this.state = this.decider.evolve(this.state, event);
      this.story.push({ ...event, id: `event-${nth}-${this.story.length}`, commandId: `command-${nth}` });
    }
    return true;
  }

  /** The first event of an entry. */
  firstOf(nth: number): StoryEvent {
    const first = this.story.find(({ commandId }) => commandId === `command-${nth}`);
    return first ?? expect.fail(`Nothing came of ${nth}.`);
  }

  /** Takes an entry back; what comes of it is entered too. Answers with the code of the refusal, if it is refused. */
  takeBack(type: string, nth: number, data: object, meta: CommandMeta): string | undefined {
    const said = { ...data, entryId: this.firstOf(nth).id, reason: "Nhập nhầm", story: [...this.story] };
    const decision = this.decider.decide({ type, data: said, meta }, this.state);
    if (isRefused(decision)) return decision.refusal.code;
    if (!isAccepted(decision)) expect.fail("A take-back issues no paper.");
    this.enter({ events: decision.events });
    return undefined;
  }

  private eventsOf(entry: Entry): readonly DomainEvent[] {
    if ("events" in entry) return entry.events;
    const decision = this.decider.decide(entry.command, this.state);
    return isAccepted(decision) ? decision.events : [];
  }
}

/** The same entries but for one, each decided anew. All of them must be accepted. */
export function without(decider: AnyDecider, entries: readonly Entry[], nth: number): Entered {
  const [first] = entries;
  if (!first || !("events" in first)) throw new Error("A story begins with told events.");
  const other = new Entered(decider, first.events);
  entries.forEach((entry, at) => {
    if (at === 0 || at === nth) return;
    expect(other.enter(entry), `entry ${at} of ${entries.length} without ${nth}: ${told(entry)}`).to.equal(true);
  });
  return other;
}

const told = (entry: Entry): string =>
  JSON.stringify(
    "command" in entry ? [entry.command.type, entry.command.data] : entry.events,
    (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value),
  );
