import type { LocalDate } from "../domain/kernel/time.js";

/** An operation that the explorer opens with. */
export interface Example {
  /** The name of its one operation. */
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What the examples need to know of the ledger that is open, as far as the reader may know it. */
export interface WhatThereIs {
  readonly today: LocalDate;
  /** Days of which it has something to count, both included. */
  readonly period: { readonly from: LocalDate; readonly to: LocalDate };
  /** The day at whose end the figures are asked. */
  readonly knownBy: LocalDate;
  /** One that exists today. */
  readonly unit: string | undefined;
  readonly agency: string | undefined;
  /** One who works for an agency today. */
  readonly reporter: string | undefined;
  /** A record that something came of. */
  readonly began: string | undefined;
  /** A record that has changed. */
  readonly changed: string | undefined;
  /** An id for a command, another one each time. */
  readonly newId: () => string;
}
