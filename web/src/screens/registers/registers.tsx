import { PublicCounts, ReaderCounts } from "../../../generated/documents.ts";
import { useAsOf } from "../../asOf.ts";
import { numberText } from "../../format.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { href } from "../../place.ts";
import { useViewer } from "../../viewer.ts";
import { useLanguage, usePair } from "../../words/words.ts";
import { Attention } from "./attention.tsx";
import { useToday } from "./law/law.tsx";
import { REGISTERS } from "./register.tsx";
import { WORDS } from "./words.ts";

/** All registers, and what in them needs somebody to look at it. */
export function Registers() {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { mayRead } = useViewer();
  const asOf = useAsOf();
  const { today: day, ...asked } = useToday();
  const of = day === undefined ? null : { asOf, day };
  const publicly = useAnswer(of && PublicCounts, of, { title: own.all });
  const internally = useAnswer(of && mayRead ? ReaderCounts : null, of && mayRead ? of : null, { title: own.all });
  const [everybody, readers] = [publicly.data, internally.data];
  const counts: Partial<Record<keyof typeof own.registers, { readonly value: number }>> = {
    ...(everybody && {
      units: everybody.units.totalCount,
      agencies: everybody.pressAgencies.totalCount,
      law: everybody.violationRules.totalCount,
    }),
    ...(readers && {
      reporters: readers.reporters.totalCount,
      offices: readers.representativeOffices.totalCount,
      spokespersons: readers.spokespersons.totalCount,
      duplicates: readers.probableDuplicates.totalCount,
    }),
  };
  return (
    <div class="registers">
      <h1>{own.title}</h1>
      <p class="quiet">{own.intro}</p>
      <section aria-labelledby="all">
        <h2 id="all" class="only-read">
          {own.all}
        </h2>
        <ul class="kinds">
          {REGISTERS.filter(({ forReaders }) => mayRead || !forReaders).map(({ name }) => (
            <li key={name}>
              <a href={href(`/registers/${name}`)}>
                {own.registers[name]}
                {counts[name] && <span class="count"> {numberText(counts[name].value, language)}</span>}
              </a>
              <span class="quiet">{own.about[name]}</span>
            </li>
          ))}
        </ul>
        {[asked, publicly, internally].map((answer, at) => (
          <Answered key={at} answer={answer as typeof asked}>
            {() => null}
          </Answered>
        ))}
      </section>
      {mayRead && day !== undefined && <Attention day={day} toJudge={readers?.probableDuplicates.totalCount.value} />}
    </div>
  );
}
