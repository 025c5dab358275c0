import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "../../src/eventstore/embedded/sqlite.js";

const PAGE_BYTES = 4_096;

/** Changes a closed database file in one way; chance says where. */
export type Damage = (path: string, chance: () => number) => void;

const overwrite = (path: string, change: (bytes: Buffer) => void): void => {
  const bytes = readFileSync(path);
  change(bytes);
  writeFileSync(path, bytes);
};
const within = (chance: () => number, end: number): number => Math.floor(chance() * end);

function emptied(path: string, fill: (bytes: Buffer, page: number) => void, page: (pages: number) => number): void {
  overwrite(path, (bytes) => {
    const at = page(bytes.length / PAGE_BYTES);
    fill(bytes.subarray(at * PAGE_BYTES, (at + 1) * PAGE_BYTES), at);
  });
}

/** Frames of a write-ahead log that belongs to another database, ready to be taken in. */
function walOfAnother(path: string): void {
  const folder = `${path}.making`;
  mkdirSync(folder);
  const other = new Database(join(folder, "other.db"));
  other.exec("PRAGMA journal_mode = WAL; CREATE TABLE theirs (x TEXT)");
  const insert = other.prepare("INSERT INTO theirs VALUES (?)");
  for (let n = 0; n < 200; n++) insert.run("x".repeat(300));
  const wal = readFileSync(join(folder, "other.db-wal"));
  other.close();
  rmSync(folder, { recursive: true });
  writeFileSync(`${path}-wal`, wal);
}

/** What can become of a file that SQLite keeps. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  "cut off at any byte": (path, chance) => truncateSync(path, within(chance, readFileSync(path).length)),
  "cut off at a page": (path, chance) =>
    truncateSync(path, PAGE_BYTES * within(chance, readFileSync(path).length / PAGE_BYTES)),
  "one byte flipped": (path, chance) =>
    overwrite(path, (bytes) => {
      const at = within(chance, bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << within(chance, 8));
    }),
  "a hundred bytes flipped": (path, chance) =>
    overwrite(path, (bytes) => {
      for (let n = 0; n < 100; n++) bytes[within(chance, bytes.length)] = within(chance, 256);
    }),
  "a byte of the header": (path, chance) =>
    overwrite(path, (bytes) => {
      const at = within(chance, 100);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << within(chance, 8));
    }),
  "a page of zeros": (path, chance) =>
    emptied(
      path,
      (bytes) => bytes.fill(0),
      (pages) => within(chance, pages),
    ),
  "a page of noise": (path, chance) =>
    emptied(
      path,
      (bytes) => bytes.forEach((_, at) => (bytes[at] = within(chance, 256))),
      (pages) => within(chance, pages),
    ),
  "a page in the place of another": (path, chance) =>
    overwrite(path, (bytes) => {
      const [from, to] = [chance(), chance()].map((one) => PAGE_BYTES * Math.floor((one * bytes.length) / PAGE_BYTES));
      bytes.copy(bytes, to, from, (from ?? 0) + PAGE_BYTES);
    }),
  "the first page of zeros": (path) =>
    emptied(
      path,
      (bytes) => bytes.fill(0),
      () => 0,
    ),
  "another program's database": (path) => {
    rmSync(path);
    const other = new Database(path);
    other.exec("CREATE TABLE part (theirs TEXT); INSERT INTO part VALUES ('x')");
    other.close();
  },
  "a text file": (path) => writeFileSync(path, "This is a text, and no database at all.\n".repeat(300)),
  "another's write-ahead log beside it": (path) => walOfAnother(path),
  "noise as a write-ahead log": (path, chance) =>
    writeFileSync(`${path}-wal`, Buffer.from(Array.from({ length: 9_000 }, () => within(chance, 256)))),
  "an empty file": (path) => writeFileSync(path, ""),
  "a folder in its place": (path) => {
    rmSync(path);
    mkdirSync(path);
    writeFileSync(join(path, "mine.txt"), "mine");
  },
};
