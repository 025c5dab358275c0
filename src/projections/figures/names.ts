import type { Database } from "better-sqlite3";
import { keptUpTo } from "../table/kept.js";
import { NONE } from "./columns.js";
import type { Sheet } from "./sheet.js";

/** About 100 bytes each. */
const KEPT_CODES = 50_000;

/** Gives names their numbers. */
export class NamesWriter {
  private readonly kept = keptUpTo<string, number>(KEPT_CODES);
  private readonly find;
  private readonly insert;

  constructor(db: Database, { name }: Sheet["tables"]) {
    this.find = db.prepare(`SELECT code FROM ${name} WHERE name = ?`).pluck();
    this.insert = db.prepare(`INSERT INTO ${name} (name) VALUES (?)`);
  }

  of(name: string): number {
    const known = this.kept.get(name);
    if (known !== undefined) return known;
    const code = (this.find.get(name) as number | undefined) ?? Number(this.insert.run(name).lastInsertRowid);
    this.kept.set(name, code);
    return code;
  }
}

/** The numbers of names, as one question meets them: those that are in no block yet are numbered for it alone. */
export interface Names {
  /** One more than the largest number. */
  readonly size: number;
  of(name: string): number;
  nameOf(code: number): string;
  /** By the number of a name in the blocks of a sheet: its number here. */
  codesIn(sheet: Sheet): readonly number[];
}

/** The names of several sheets under one number each. */
export class NamesReader {
  private readonly known = new Map<string, number>();
  private readonly names: string[] = [""];
  private readonly sheets;

  constructor(db: Database, sheets: readonly Sheet[]) {
    this.sheets = sheets.map((sheet) => {
      const newNames = db.prepare(`SELECT code, name FROM ${sheet.tables.name} WHERE code >= ? ORDER BY code`);
      const codes: number[] = [NONE];
      return { sheet, newNames, codes };
    });
  }

  now(): Names {
    const { known, names, sheets } = this;
    for (const { newNames, codes } of sheets) {
      for (const { code, name } of newNames.all(codes.length) as { code: number; name: string }[]) {
        codes[code] = known.get(name) ?? names.push(name) - 1;
        known.set(name, codes[code]);
      }
    }
    const own = new Map<string, number>();
    const ownNames: string[] = [];
    return {
      get size() {
        return names.length + own.size;
      },
      of(name) {
        const code = known.get(name) ?? own.get(name);
        if (code !== undefined) return code;
        own.set(name, names.length + own.size);
        return names.length + ownNames.push(name) - 1;
      },
      nameOf: (code) => names[code] ?? ownNames[code - names.length] ?? "",
      codesIn: (sheet) => sheets.find((one) => one.sheet === sheet)?.codes ?? [],
    };
  }
}
