import type { Database } from "better-sqlite3";
import type { Position } from "../../eventstore/contract.js";
import { OPEN } from "../table/temporal.js";
import type { EntryCause } from "./causes.js";
import { packed } from "./columns.js";
import { entriesIn, entriesJson, type EntriesRow, type FigureEntry, type NewEntry } from "./entries.js";
import { NamesWriter } from "./names.js";
import type { Sheet } from "./sheet.js";
import { entriesAfter, lastInBlocks } from "./tables.js";

/** So few that the entries in no block yet are read in about a millisecond, so many that blocks are few. */
const ENTRIES_PER_BLOCK = 512;

/** Writes the entries of a tally, and every block of them once it is full. */
export class BlockWriter {
  private readonly waiting: FigureEntry[];
  private readonly insert;
  private readonly insertBlock;
  private readonly names: NamesWriter;

  constructor(
    db: Database,
    private readonly sheet: Sheet,
    private readonly entriesPerBlock = ENTRIES_PER_BLOCK,
  ) {
    const { tables } = sheet;
    this.names = new NamesWriter(db, tables);
    this.insert = db.prepare(`INSERT INTO ${tables.entry} VALUES (?, ?, ?)`);
    this.insertBlock = db.prepare(`INSERT INTO ${tables.block} VALUES (?, ?, ?, ?, ?)`);
    const last = db.prepare(lastInBlocks(sheet)).pluck().get() as Position;
    // Those of before this start.
    const rows = db.prepare(entriesAfter(sheet)).all({ after: last, upTo: OPEN }) as EntriesRow[];
    this.waiting = rows.flatMap((row) => entriesIn(sheet, row));
  }

  /** All entries of an event, in order: the columns do not have the seq, it is counted. Blocks end with an event. */
  add(position: Position, cause: EntryCause, entries: readonly NewEntry[]): void {
    if (entries.length === 0) return;
    const { sheet, waiting } = this;
    this.insert.run(position, cause, entriesJson(sheet, entries));
    entries.forEach((entry, seq) => waiting.push({ position, seq, cause, ...entry }));
    if (waiting.length < this.entriesPerBlock) return;
    const { position: block, day, bytes } = packed(sheet, waiting, (name) => this.names.of(name));
    this.insertBlock.run(block.from, block.last, day.from, day.to, bytes);
    waiting.length = 0;
  }
}
