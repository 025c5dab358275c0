import { describeStoreConformance } from "../support/storeConformance.js";
import { cleanUp, newFolder, openStore } from "./support/stores.js";

describe("embedded store", () => {
  after(cleanUp);

  describeStoreConformance("embedded", async () => {
    const folder = newFolder();
    let store = await openStore({ folder });
    return {
      store,
      close: () => store.close(),
      reopen: async () => {
        await store.close();
        store = await openStore({ folder });
        return store;
      },
    };
  });
});
