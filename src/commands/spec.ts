import type { Role } from "../domain/kernel/actor.js";
import type { Command, CommandMeta, Decider, DomainEvent } from "../domain/kernel/decider.js";
import type { Refusal } from "../domain/kernel/refusal.js";
import type { LawBook } from "../domain/law/lawBook.js";
import type { ClaimWanted, DecisionNumber, NumberWanted } from "../domain/kernel/taking.js";
import type { LedgerEvent } from "../eventstore/codec.js";
import type { Facts } from "./facts.js";
import type { RecordReference } from "../domain/kernel/fields.js";

/** The fields that every command input has. */
export interface CommandInput {
  /** A UUID made by the caller. The same command twice is once. */
  readonly commandId: string;
  /** The revision on which the caller bases the command; another one in the ledger refuses it. */
  readonly expectedRevision?: number | null | undefined;
  /** When it happened; `enteredAt`, or else the moment of arrival, when absent. Never in the future. */
  readonly occurredAt?: Date | null | undefined;
  /** When the caller's device took it down, where that was before it was sent. */
  readonly enteredAt?: Date | null | undefined;
  /** Compulsory when `occurredAt` is on an earlier day than that on which it was entered. */
  readonly lateEntryReason?: string | null | undefined;
  /** Ties together what belongs to one business process; when absent, the cause's, or else the commandId. */
  readonly correlationId?: string | null | undefined;
  /** The command that led to this one. It is in the ledger, and not this one itself. */
  readonly causedBy?: string | null | undefined;
}

export interface Aggregate<S> {
  /** The stream's category: the name before the dash. */
  readonly category: string;
  /** Its own commands and events are the aggregate's affair: the bus hands it what its spec and its stream gave. */
  readonly decider: Decider<Command, S, DomainEvent>;
  /**
   * The revision that the caller's `expectedRevision` speaks of, where a stream holds several entities.
   * Absent: the stream's own. `undefined` from it: the entity does not exist.
   */
  revisionOf?(state: S, entityId: string): number | undefined;
  /** The records on which each command on this one leans, as the record itself names them: a visit's hosts. */
  leansOn?(state: S): readonly RecordReference[];
}

export interface ResolveContext<S = unknown> {
  /** The command's own record, or register, as its stream has it: what is asked of it is never asked of the facts. */
  readonly state: S;
  /** All that its stream holds, for a command that takes something of it back; for any other, nothing. */
  readonly story: readonly LedgerEvent[];
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

/** The record that a command is about: one that is there, or one that it begins. */
type About<I> =
  | { readonly entityId: (input: I) => string; readonly begins?: never }
  | {
      /** The word from which, with the command's id, the new record's id follows: `newId("visit")`. */
      readonly begins: string;
      /** Where the caller may name a record that is there already; null: the command begins one. */
      readonly entityId?: (input: I) => string | null | undefined;
    };

/** One command: who may give it, to which stream it speaks, and what it needs to know. */
export type CommandSpec<I extends CommandInput, C extends Command, S = unknown> = About<I> & {
  readonly type: C["type"];
  /** The type by which a repetition is known, where the command is not told apart by its own. */
  readonly hashedAs?: string;
  readonly may: readonly Role[];
  /** It takes back what was entered: it needs the story of its record. */
  readonly takesBack?: true;
  readonly aggregate: Aggregate<S>;
  /** The stream's key after the category; the entity's id when absent. */
  readonly streamKey?: string;
  /**
   * The records that its input names. None of them changes while the command is carried out: on one node, who changes
   * a record and who leans on it follow each other, and what is known of it is as of the last change.
   */
  leansOn?(input: I): readonly RecordReference[];
  /** What it takes that is unique, or can be taken once only, on any number of nodes; see claims.ts. */
  claims?(input: I, state: S): readonly ClaimWanted[];
  /** A method, as its state is the aggregate's affair: whoever only passes the spec on need not name it. */
  resolve(input: I, context: ResolveContext<S>): Resolved<C["data"]>;
  /**
   * Lists that say something when they are empty: that there are none, or none any more. Every other empty list says as
   * little as one that is absent, and a body with it is the same body.
   */
  readonly meantEmpty?: readonly string[];
  /** What its input says, less what says no more than if it were left out; absent: it has nothing of the kind. */
  said?(input: I): object;
  /** Which register numbers the paper that the command issues; see numbering.ts. */
  numbered?(input: I, context: ResolveContext<S>): NumberWanted;
};

/** A command whose own types are set aside, as the one who only carries it out needs it. */
export type AnySpec = CommandSpec<CommandInput, Command>;
