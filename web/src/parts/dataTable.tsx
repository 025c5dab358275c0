import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { useWords } from "../words/words.ts";
import { noteTable } from "./questions.ts";

/** A column: its text is what a file has of it; its cell, if it has one, what is shown instead. */
export interface Column<Row> {
  readonly head: string;
  readonly text: (row: Row) => string;
  readonly cell?: (row: Row) => ComponentChildren;
  readonly align?: "end";
  /** It is only on the page, as what one may click, or only in the file. */
  readonly only?: "PAGE" | "FILE";
}

interface Told<Row> {
  /** Of the table, and of the file that is made of it. */
  readonly title: string;
  /** It is said by a heading already. */
  readonly titleHidden?: boolean;
  /** What is said instead where there are no rows. */
  readonly none?: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row, at: number) => string | number;
  /** All rows, where these are only a page of them. */
  readonly all?: (() => Promise<readonly Row[]>) | undefined;
  readonly rowClass?: ((row: Row) => string | undefined) | undefined;
  readonly foot?: ComponentChildren;
}

/** A real table, which reads as cards on a phone, and can be taken along as it is. */
export function DataTable<Row>({ title, titleHidden, none, columns, rows, keyOf, all, rowClass, foot }: Told<Row>) {
  const words = useWords();
  useEffect(
    () =>
      // Of nothing there is no file.
      rows.length === 0
        ? undefined
        : noteTable({
            title,
            rows: async () => {
              const taken = all ? await all() : rows;
              const told = columns.filter(({ only }) => only !== "PAGE");
              return [told.map(({ head }) => head), ...taken.map((row) => told.map(({ text }) => text(row)))];
            },
          }),
    [title, rows, columns, all],
  );
  if (rows.length === 0) return <p class="quiet">{none ?? words.common.empty}</p>;
  const shown = columns.filter(({ only }) => only !== "FILE");
  return (
    <div class="table-box">
      <table>
        <caption class={titleHidden ? "only-read" : undefined}>{title}</caption>
        <thead>
          <tr>
            {shown.map(({ head, align }) => (
              <th key={head} scope="col" class={align}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={keyOf(row, at)} class={rowClass?.(row)}>
              {shown.map(({ head, text, cell, align }) => (
                <td key={head} data-head={head} class={align}>
                  {cell ? cell(row) : text(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot}
      </table>
    </div>
  );
}
