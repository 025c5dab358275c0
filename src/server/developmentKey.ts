import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTVerifyGetKey, SignJWT } from "jose";
import type { Role } from "../domain/kernel/actor.js";
import type { AuthConfig } from "../config.js";

const KEY_FILE = "development-key.json";
const ALGORITHM = "EdDSA";

/** What a development token says. */
export interface TokenClaims {
  readonly subject: string;
  readonly role: Role;
  /** The unit's UUID. */
  readonly unitId: string | null;
  /** Of a subscriber, as a token says them. */
  readonly scopes?: { readonly subjects: readonly string[]; readonly unitIds: readonly string[] };
  readonly hours: number;
}

/** Signs and checks tokens on a developer's machine, in place of the issuer that production has. */
export interface DevelopmentKey {
  readonly keys: JWTVerifyGetKey;
  issue(claims: TokenClaims): Promise<string>;
}

/** The key of the data folder, made when it has none. Its file is for the owner alone. */
export async function developmentKey(folder: string, auth: AuthConfig): Promise<DevelopmentKey> {
  const jwk = await keyOf(folder);
  const signing = await importJWK(jwk, ALGORITHM);
  const { d: _secret, ...open } = jwk;
  const checking = await importJWK(open, ALGORITHM);
  return {
    keys: () => Promise.resolve(checking),
    issue: ({ subject, role, unitId, scopes, hours }) =>
      new SignJWT({ role, ...(unitId === null ? {} : { unit: `Unit:${unitId}` }), ...(scopes ? { scopes } : {}) })
        .setProtectedHeader({ alg: ALGORITHM, typ: "JWT" })
        .setIssuer(auth.issuer)
        .setAudience(auth.audience)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1_000) + Math.round(hours * 3_600))
        .sign(signing),
  };
}

async function keyOf(folder: string): Promise<JWK> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, KEY_FILE);
  const existing = read(path);
  if (existing) return existing;
  const { privateKey } = await generateKeyPair(ALGORITHM, { crv: "Ed25519", extractable: true });
  const made = `${path}.${process.pid}`;
  writeFileSync(made, JSON.stringify(await exportJWK(privateKey)), { mode: 0o600 });
  try {
    // A link appears whole or not at all, and only one of two processes that make the key at once can set it.
    linkSync(made, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(made, { force: true });
  }
  return read(path) ?? Promise.reject(new Error(`The development key ${path} cannot be read.`));
}

function read(path: string): JWK | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as JWK;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new Error(`The development key ${path} cannot be read; delete the file to have a new one made.`, {
      cause: error,
    });
  }
}
