import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { Database } from "better-sqlite3";
import type { Position } from "../../eventstore/contract.js";
import { checkCopy, copyDatabase } from "../../eventstore/embedded/copyDatabase.js";
import { type BuiltPart, builtParts } from "./partTable.js";
import { openForReading } from "./openFile.js";
import { readModelPath } from "./readModelFile.js";

export interface ReadModelCopy {
  /** The log has been taken in up to here, by every part. */
  readonly position: Position;
  readonly bytes: number;
}

/**
 * Copies this program's read model from one folder into another under the same name, so that another node of the same
 * version can start from it. It may be in use. Undefined when the folder has none of this version.
 */
export async function copyReadModel(
  from: string,
  to: string,
  onPage?: (share: number) => void,
): Promise<ReadModelCopy | undefined> {
  const path = readModelPath(from);
  if (!existsSync(path)) return undefined;
  const copy = join(to, basename(path));
  const source = openForReading(path);
  try {
    const { told, bytes } = await copyDatabase(source, copy, progressOf, onPage);
    checkCopy(copy, progressOf, told);
    return { position: told.position, bytes };
  } finally {
    source.close();
  }
}

const progressOf = (db: Database): { readonly position: Position; readonly parts: readonly BuiltPart[] } => {
  const parts = builtParts(db);
  return { position: Math.min(...parts.map(({ place }) => place.position)), parts };
};
