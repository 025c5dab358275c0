import { ROLES } from "../domain/kernel/actor.js";
import { Misused, run } from "./commandLine.js";

/**
 * `npm run token -- --role CLERK --unit Unit:<UUID>`: prints an access token of the development key.
 * `npm run token -- explain <token>`: says in one line what a token grants at the server of this environment, or why none.
 */

const MAX_HOURS = 720;

await run({
  usage:
    "Usage: npm run token -- --role <ROLE> [--unit Unit:<UUID>] [--subject <name>] [--hours <1 to 720>]\n" +
    "       npm run token -- --role SUBSCRIBER --subjects <VISIT,INSPECTION,…> --units <Unit:<UUID>,… or *>\n" +
    "       npm run token -- explain <token>",
  flags: {
    allowPositionals: true,
    options: {
      role: { type: "string" },
      unit: { type: "string" },
      subject: { type: "string" },
      subjects: { type: "string" },
      units: { type: "string" },
      hours: { type: "string", default: "8" },
    },
  },
  asked({ values, positionals: [what, token, ...more] }) {
    if (what !== undefined) {
      if (what !== "explain" || token === undefined || more.length > 0)
        throw new Misused("Beside flags there is only: explain <token>.");
      return { token };
    }
    const role = ROLES.values.find((known) => known === values.role);
    if (!role) throw new Misused(`--role must be one of ${ROLES.values.join(", ")}.`);
    if (role === "CLERK" && values.unit === undefined) throw new Misused("A CLERK acts for a unit: give --unit.");
    const hours = Number(values.hours);
    if (!(hours > 0 && hours <= MAX_HOURS)) throw new Misused(`--hours must be from 1 to ${MAX_HOURS}.`);
    return { ...values, role, hours };
  },
  does: async () => (await import("./makeToken.js")).printToken,
});
