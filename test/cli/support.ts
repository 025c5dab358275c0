import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "press-ledger-test-"));
export const removed = (folder: string): void => rmSync(folder, { recursive: true, force: true });
