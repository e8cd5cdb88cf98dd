#include "core/random_persons.hpp"

#include <vector>

namespace roundtable::test {

Profile RandomPersons::marked_profile() {
  Profile made = profile(marked("name").text, random.any<StakeholderGroup>(7), random.any<Modality>(3),
                         random.any<RegionalGroup>(8));
  if (random.one_in(2)) made.affiliation = marked("affiliation");
  if (random.one_in(2)) made.call_name = marked("callname");
  if (random.one_in(2)) made.said_as = marked("saidas");
  if (random.one_in(2)) made.gender = marked("gender");
  if (random.one_in(3)) made.seat = marked("seat");
  if (random.one_in(3)) made.languages = {"pt-BR", "en"};
  return made;
}

Command RandomPersons::persons_command() {
  switch (random.below(9)) {
    case 0:
    case 1:
    case 2:
      return MergePerson{some_loose_entry(), some_person()};
    case 3:
    case 4:
      return UnmergePerson{state.roster.merges.empty() || random.one_in(6) ? some_person()
                                                                           : known(state.roster.merges)};
    case 5:
      if (random.one_in(2)) return RenewLink{random.any<Role>(9), std::nullopt};
      return RenewLink{std::nullopt, some_person()};
    default:
      return narrative_command();
  }
}

std::optional<PersonId> RandomPersons::who_does(const Command& command) {
  if (holds<WriteNarrative>(command)) return random.one_in(3) ? moderator : rapporteur;
  const bool is_merge = holds<MergePerson>(command) || holds<UnmergePerson>(command);
  return is_merge ? std::optional(random.one_in(2) ? moderator : steward) : std::nullopt;
}

PersonId RandomPersons::some_loose_entry() {
  std::vector<PersonId> loose;
  for (const auto& [id, person] : state.roster.people) {
    if (!person.is_listed && !person.is_removed && !person.merged_into) loose.push_back(id);
  }
  return loose.empty() || random.one_in(10) ? some_person() : random.of(loose);
}

Command RandomPersons::narrative_command() {
  WriteNarrative write;
  write.part = random.any<NarrativePart>(4);
  if (write.part == NarrativePart::talk) write.talk = known(state.lineup.talks);
  const Narrative* written = narrative_of(state, write.part, write.talk.value_or(TalkId{}));
  write.revision = written == nullptr ? 0 : written->revision - (random.one_in(6) ? 1U : 0U);
  write.text = text("narrative");
  return write;
}

}  // namespace roundtable::test
