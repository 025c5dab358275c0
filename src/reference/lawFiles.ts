import { fileURLToPath } from "node:url";
import { lawBookOf, withOverrides } from "../domain/law/book.js";
import type { LawBook, LawRow, LawRows } from "../domain/law/lawBook.js";
import { LawConflict } from "../domain/law/versions.js";
import { readLawFile } from "./readLawFile.js";
import { NotUtf8, readTextFile } from "./textFile.js";

/** The law cannot be read. One line: the file, the row and what is wrong with it. */
export class WrongLawFile extends Error {
  override readonly name = "WrongLawFile";
  constructor(file: string, problem: string) {
    super(`The law file ${file} is wrong: ${problem}.`);
  }
}

/** What the product ships, a file a list; the folder stands beside the compiled one. */
const SHIPPED = new URL("../../../reference/law/", import.meta.url);
const NAMES = [
  "instruments",
  "violations",
  "powers",
  "deadlines",
  "parameters",
  "remoteAreas",
  "holidays",
  "duties",
] as const;

/**
 * The law: the shipped rows, and those of an operator's file before them.
 * @param operatorsFile path of a file of the same form; its rows hold on their days instead of the shipped ones
 * @throws WrongLawFile when a file cannot be read or does not fit.
 */
export const readLawBook = (operatorsFile?: string): LawBook => lawBookOf(readLawRows(operatorsFile));

/** Its rows, which are sure to make a book: plain data, so that another thread can be given the same law. */
export function readLawRows(operatorsFile?: string): LawRows {
  const shipped = shippedRows();
  if (operatorsFile === undefined) return checked(shipped, "of the product");
  const operators = rowsOf(operatorsFile, "OPERATOR");
  return checked(withOverrides(shipped, operators), operatorsFile);
}

/** The rows that the product ships; read once, as its files stay as they are while it runs. */
export const shippedRows = (): LawRows => (shipped ??= readShipped());
let shipped: LawRows | undefined;

function readShipped(): LawRows {
  const files = NAMES.map((name) => rowsOf(fileURLToPath(new URL(`${name}.json`, SHIPPED)), "SHIPPED"));
  return {
    instruments: files.flatMap(({ instruments }) => instruments),
    violations: files.flatMap(({ violations }) => violations),
    powers: files.flatMap(({ powers }) => powers),
    deadlines: files.flatMap(({ deadlines }) => deadlines),
    parameters: files.flatMap(({ parameters }) => parameters),
    remoteAreas: files.flatMap(({ remoteAreas }) => remoteAreas),
    holidays: files.flatMap(({ holidays }) => holidays),
    duties: files.flatMap(({ duties }) => duties),
  };
}

function rowsOf(path: string, origin: LawRow["origin"]): LawRows {
  const { rows, problems } = readLawFile(textOf(path), origin);
  const [first, ...others] = problems;
  if (first === undefined) return rows;
  // A problem ends with its own full stop.
  const told = first.replace(/\.$/, "");
  throw new WrongLawFile(path, others.length === 0 ? told : `${told} (and ${others.length} more)`);
}

function textOf(path: string): string {
  try {
    return readTextFile(path);
  } catch (error) {
    if (error instanceof NotUtf8) throw new WrongLawFile(path, error.message);
    throw new WrongLawFile(path, `it cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown error"})`);
  }
}

function checked(rows: LawRows, file: string): LawRows {
  try {
    lawBookOf(rows);
    return rows;
  } catch (error) {
    throw error instanceof LawConflict ? new WrongLawFile(file, error.message) : error;
  }
}
