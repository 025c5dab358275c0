import { href } from "../../place.ts";
import { useViewer } from "../../viewer.ts";
import { usePair } from "../../words/words.ts";
import { REGISTERS } from "./register.tsx";
import { WORDS } from "./words.ts";

export function Registers() {
  const own = usePair(WORDS);
  const { mayRead } = useViewer();
  return (
    <div class="registers">
      <h1>{own.title}</h1>
      <ul class="kinds">
        {REGISTERS.filter(({ forReaders }) => mayRead || !forReaders).map(({ name }) => (
          <li key={name}>
            <a href={href(`/registers/${name}`)}>{own.registers[name]}</a>
            <span class="quiet">{own.about[name]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
