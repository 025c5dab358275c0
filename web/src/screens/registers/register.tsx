import type { ComponentType } from "preact";
import { useAsOf } from "../../asOf.ts";
import { kindOf } from "../../catalog.ts";
import { Beginnings } from "../../forms/beginnings.tsx";
import { href } from "../../place.ts";
import { partOf } from "../../addresses.ts";
import { NotForYou } from "../../parts/who.tsx";
import { useViewer } from "../../viewer.ts";
import { usePair, useWords } from "../../words/words.ts";
import { Agencies } from "./agencies.tsx";
import { Duplicates } from "./duplicates/duplicates.tsx";
import { Law } from "./law/law.tsx";
import { Offices } from "./offices.tsx";
import { Reporters } from "./reporters.tsx";
import { Spokespersons } from "./spokespersons.tsx";
import { Units } from "./units.tsx";
import { WORDS } from "./words.ts";

type Name = keyof (typeof WORDS)["vi"]["registers"];

interface Entry {
  readonly name: Name;
  readonly Screen: ComponentType;
  /** Only for those who may read records. */
  readonly forReaders: boolean;
  /** Of which kind of record it is. */
  readonly kind?: string;
}

export const REGISTERS: readonly Entry[] = [
  { name: "units", Screen: Units, forReaders: false, kind: "Unit" },
  { name: "agencies", Screen: Agencies, forReaders: false, kind: "PressAgency" },
  { name: "reporters", Screen: Reporters, forReaders: true, kind: "Reporter" },
  { name: "offices", Screen: Offices, forReaders: true, kind: "RepresentativeOffice" },
  { name: "spokespersons", Screen: Spokespersons, forReaders: true, kind: "Spokesperson" },
  { name: "duplicates", Screen: Duplicates, forReaders: true },
  { name: "law", Screen: Law, forReaders: false },
];

/** One register, with the way back to all of them. */
export function Register() {
  const own = usePair(WORDS);
  const words = useWords();
  const viewer = useViewer();
  const asOf = useAsOf();
  const entry = REGISTERS.find(({ name }) => name === partOf("register"));
  const kind = entry?.kind === undefined ? undefined : kindOf(entry.kind);
  if (!entry) return <p class="notice">{words.common.notFound}</p>;
  if (entry.forReaders && !viewer.mayRead) return <NotForYou />;
  return (
    <div class="registers">
      <p class="kind">
        <a href={href("/registers")}>{own.title}</a>
      </p>
      <h1>{own.registers[entry.name]}</h1>
      {kind && asOf === null && <Beginnings kind={kind} back={`/registers/${entry.name}`} />}
      <entry.Screen />
    </div>
  );
}
