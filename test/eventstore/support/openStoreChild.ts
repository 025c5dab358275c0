import { openEmbeddedStore } from "../../../src/eventstore/embedded/embeddedStore.js";

/** Opens the store of a folder, says how that went, and holds it until it is killed. */
const [folder] = process.argv.slice(2);
try {
  await openEmbeddedStore({ folder: folder! });
  console.log(JSON.stringify({ opened: true, pid: process.pid }));
} catch (error) {
  const { name, message } = error as Error;
  console.log(JSON.stringify({ opened: false, name, message }));
}
