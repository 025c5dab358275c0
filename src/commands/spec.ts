import type { Role } from "../domain/kernel/actor.js";
import type { Command, CommandMeta, Decider, DomainEvent } from "../domain/kernel/decider.js";
import type { Refusal } from "../domain/kernel/refusal.js";
import type { LawBook } from "../domain/law/lawBook.js";
import type { DecisionNumber } from "../domain/sanction/decision.js";
import type { Facts } from "./facts.js";

/** The fields that every command input has. */
export interface CommandInput {
  /** A UUID made by the caller. The same command twice is once. */
  readonly commandId: string;
  /** The revision on which the caller bases the command; another one in the ledger refuses it. */
  readonly expectedRevision?: number | null | undefined;
  /** When it happened; the moment of arrival when absent. Never in the future. */
  readonly occurredAt?: Date | null | undefined;
  /** Compulsory when `occurredAt` is on an earlier day. */
  readonly lateEntryReason?: string | null | undefined;
  /** Ties together what belongs to one business process; when absent, the cause's, or else the commandId. */
  readonly correlationId?: string | null | undefined;
  /** The command that led to this one. It is in the ledger, and not this one itself. */
  readonly causedBy?: string | null | undefined;
}

export interface Aggregate<C extends Command, S, E extends DomainEvent> {
  /** The stream's category: the name before the dash. */
  readonly category: string;
  readonly decider: Decider<C, S, E>;
  /**
   * The revision that the caller's `expectedRevision` speaks of, where a stream holds several entities.
   * Absent: the stream's own. `undefined` from it: the entity does not exist.
   */
  readonly revisionOf?: (state: S, entityId: string) => number | undefined;
}

export interface ResolveContext {
  readonly facts: Facts;
  /** The law as reference data; which row holds is asked by the day that the law says. */
  readonly law: LawBook;
  readonly meta: CommandMeta;
  /** A new entity's id: it follows from the command. */
  readonly newId: (entity: string) => string;
  /** Of the paper that the command issues; null until everything else is in order and it has been drawn. */
  readonly number: DecisionNumber | null;
}

/** What is looked up for a command before the domain decides: the command's data, or a reference that leads nowhere. */
export type Resolved<D> = { readonly data: D } | { readonly refusal: Refusal };

/** What a command that was carried out is answered with. */
export interface Done {
  readonly commandId: string;
  readonly entityId: string;
  /** Of the command's last event. */
  readonly position: number;
  readonly revision: number;
  /** The command was in the ledger already; this is its first answer again. */
  readonly replayed: boolean;
  /** This node's read model holds the command's events. False: they are safe, but reading them must wait. */
  readonly readable: boolean;
}

export type Outcome = { readonly done: Done } | { readonly refusal: Refusal };

/** A number of which register, and for which paper. */
export interface NumberWanted {
  readonly issuerId: string;
  readonly year: number;
  readonly symbol: string;
  /** The number that the paper has already, entered late; null: the next one. */
  readonly given: string | null;
  /** The paper: it follows from the command, so that the same command again meets its number. */
  readonly forId: string;
  readonly sanctionId: string;
}

/** One command: who may give it, to which stream it speaks, and what it needs to know. */
export interface CommandSpec<I extends CommandInput, C extends Command> {
  readonly type: C["type"];
  readonly may: readonly Role[];
  // The state and event types are the aggregate's own affair.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly aggregate: Aggregate<any, any, any>;
  /** The entity that the command is about. */
  readonly entityId: (input: I, newId: (entity: string) => string) => string;
  /** The stream's key after the category; the entity's id when absent. */
  readonly streamKey?: string;
  /**
   * What must stay true while the command is carried out, beyond its own stream: a number that is unique, another
   * record it leans on. On one node, commands with a claim in common follow each other.
   */
  readonly claims?: (input: I, facts: Facts) => readonly string[];
  readonly resolve: (input: I, context: ResolveContext) => Resolved<C["data"]>;
  /** Given on the way of the command that causes it, which comes into the ledger only afterwards, or is refused. */
  readonly precedesCause?: boolean;
  /** Which register numbers the paper that the command issues; see numbering.ts. */
  readonly numbered?: (input: I, context: ResolveContext) => NumberWanted;
}
