import { hash } from "node:crypto";

const NAMESPACE_BYTES = 16;
/** The two highest bits of this digit are the variant of RFC 9562; the others are the hash's. */
const VARIANTS = "89ab";

/**
 * The UUID, version 5, of a name within a namespace (RFC 9562, 5.5): the same for the same two, and another for any
 * others. Each command needs several, so the hash is made in one call.
 * @param namespace a UUID
 */
export function nameBasedUuid(name: string, namespace: string): string {
  const space = Buffer.from(namespace.replaceAll("-", ""), "hex");
  if (space.length !== NAMESPACE_BYTES) throw new RangeError("A namespace is a UUID.");
  const digest = hash("sha1", Buffer.concat([space, Buffer.from(name)]));
  const variant = VARIANTS[Number.parseInt(digest.charAt(16), 16) & 3];
  const last = `${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-${last}`;
}
