/**
 * The scene's data are tables in text, one line an entry, as a person would keep them: cells between bars, `#` for a
 * remark, an empty cell for nothing.
 */
export type Row<Column extends string> = Readonly<Record<Column, string>>;

export function rows<Column extends string>(columns: readonly Column[], text: string): Row<Column>[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const cells = line.split("|").map((cell) => cell.trim());
      if (cells.length !== columns.length) {
        throw new Error(`A line of the scene has ${cells.length} cells instead of ${columns.length}: ${line}`);
      }
      return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""])) as Row<Column>;
    });
}

/** The items of a cell, between commas. */
export const items = (cell: string): string[] => (cell === "" ? [] : cell.split(",").map((item) => item.trim()));
