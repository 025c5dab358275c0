import type { CommandBus } from "../../src/commands/bus.js";
import type { Facts } from "../../src/commands/facts.js";

/** Of which records the facts tell one by its id, by the category of their streams. */
const FACT_OF: Readonly<Partial<Record<string, keyof Facts>>> = {
  pressAgency: "pressAgency",
  reporter: "reporter",
  visit: "visit",
  inspection: "inspection",
  violationCase: "violationCase",
  seizure: "seizure",
  sanction: "sanction",
};

/**
 * From now on a command that asks the read model for its own record fails: it is decided on its own stream, however late
 * the read model is (law 12).
 */
export function decidesOnItsOwnStream(bus: CommandBus): void {
  const inside = bus as unknown as { deps: { facts: Facts }; run: CommandBus["run"] };
  let own: { readonly fact: keyof Facts; readonly id: string } | undefined;
  const run = inside.run.bind(bus);
  inside.run = async (spec, input, principal) => {
    const fact = FACT_OF[spec.aggregate.category];
    const id = spec.entityId?.(input);
    own = fact && id ? { fact, id } : undefined;
    try {
      return await run(spec, input, principal);
    } finally {
      own = undefined;
    }
  };
  inside.deps = {
    ...inside.deps,
    facts: new Proxy(inside.deps.facts, {
      get(facts, name: keyof Facts) {
        const ask = facts[name] as (...asked: unknown[]) => unknown;
        return (...asked: unknown[]) => {
          if (own?.fact === name && own.id === asked[0]) throw new Error(`A command asked for its own ${name}.`);
          return ask.apply(facts, asked);
        };
      },
    }),
  };
}
