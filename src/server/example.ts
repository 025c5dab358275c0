/** An operation that the explorer opens with. */
export interface Example {
  /** The name of its one operation. */
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}
