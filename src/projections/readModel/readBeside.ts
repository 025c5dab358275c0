import type { LogReader, Position } from "../../eventstore/contract.js";
import { watched } from "./damage.js";
import { PATIENCE_MS, type ProjectorHost } from "./projectorHost.js";
import { openForReading } from "./openFile.js";
import { Reads } from "./reads.js";

/** Whoever knows how far the read model has come. */
export type Following = Pick<ProjectorHost, "position" | "reached">;

/** Reads a node's read model beside the thread that opened it, which is the one that makes and mends the file. */
export class ReadBeside extends Reads {
  /** @param onDamage told, with SQLite's code, when the file turns out to be damaged */
  constructor(
    path: string,
    private readonly following: Following,
    reader: LogReader,
    onDamage: (code: string) => void,
  ) {
    super(reader);
    this.show(watched(openForReading(path), onDamage));
  }

  get position(): Position {
    return this.following.position;
  }

  reached(position: Position, timeoutMs = PATIENCE_MS): Promise<boolean> {
    return this.following.reached(position, timeoutMs);
  }
}
