// One queue for the room and the online side: hands, turns, and what was charged to whom.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/agenda.hpp"
#include "core/floor_charge.hpp"
#include "core/plan.hpp"
#include "core/rules.hpp"

namespace roundtable::core {

/// A request for the floor.
struct Hand {
  PersonId person;
  HandKind kind = HandKind::intervention;
  Groups groups;  // as the hand was raised with; what its turn is charged to
  InstantMs raised_at_ms = 0;
  bool is_accepted = false;     // a point of order or technical hand that staff let pass
  PersonId by;                  // staff who raised it for the person
  std::uint32_t overtaken = 0;  // by later hands that got the floor first
  bool is_away = false;         // passed over until the person is back
  bool is_typed = false;        // staff read it aloud
  Words text;                   // what they read; staff and the author alone hold it before the turn
  std::string language;         // as said with the hand; else the profile's
  static constexpr auto fields() {
    using T = Hand;
    return field_list(field<&T::person>("person"), field<&T::kind>("kind"), field<&T::groups>("groups"),
                      field<&T::raised_at_ms>("raised_at_ms"), field<&T::is_accepted>("accepted"), field<&T::by>("by"),
                      field<&T::overtaken>("overtaken"), field<&T::is_away>("away"), field<&T::is_typed>("typed"),
                      field<&T::text>("text"), field<&T::language>("language"));
  }
  friend bool operator==(const Hand&, const Hand&) = default;
};

/// One person holding the floor.
struct Turn {
  TurnKind kind = TurnKind::intervention;
  TalkId talk;
  PersonId person;
  HandId hand;
  Rule rule = Rule::arrival;
  std::optional<Attribute> by;
  Words reason;  // of an override: staff only
  Groups groups;
  bool is_charged = false;
  bool is_first = false;  // no turn from the queue before
  PhaseId phase;
  DurationMs planned_ms = 0;
  DurationMs spent_ms = 0;                    // before the stretch that runs now
  std::optional<InstantMs> running_since_ms;  // absent while paused and after the end
  InstantMs started_at_ms = 0;
  std::optional<InstantMs> ended_at_ms;
  bool is_paused = false;
  bool is_undone = false;    // given by mistake
  bool is_unspoken = false;  // the person did not speak
  bool is_typed = false;     // read aloud by staff
  Words text;                // for all to see, unless the turn was taken back
  std::string language;
  std::optional<Uncharged> uncharged;
  static constexpr auto fields() {
    using T = Turn;
    return field_list(field<&T::kind>("kind"), field<&T::talk>("talk"), field<&T::person>("person"),
                      field<&T::hand>("hand"), field<&T::rule>("rule"), field<&T::by>("by"),
                      field<&T::reason>("reason"), field<&T::groups>("groups"), field<&T::is_charged>("charged"),
                      field<&T::is_first>("first_time"), field<&T::phase>("phase"), field<&T::planned_ms>("planned_ms"),
                      field<&T::spent_ms>("spent_ms"), field<&T::running_since_ms>("running_since_ms"),
                      field<&T::started_at_ms>("started_at_ms"), field<&T::ended_at_ms>("ended_at_ms"),
                      field<&T::is_paused>("paused"), field<&T::is_undone>("undone"),
                      field<&T::is_unspoken>("unspoken"), field<&T::is_typed>("typed"), field<&T::text>("text"),
                      field<&T::language>("language"), field<&T::uncharged>("uncharged"));
  }
  friend bool operator==(const Turn&, const Turn&) = default;
};

/// One of the two shown next, with the reason that placed it.
struct HeldHand {
  HandId hand;
  Rule rule = Rule::arrival;
  std::optional<Attribute> by;
  static constexpr auto fields() {
    using T = HeldHand;
    return field_list(field<&T::hand>("hand"), field<&T::rule>("rule"), field<&T::by>("by"));
  }
  friend bool operator==(const HeldHand&, const HeldHand&) = default;
};

struct Floor {
  FloorMode mode = FloorMode::open;
  FloorPolicy policy;
  std::map<HandId, Hand> hands;  // who waits, in order of arrival
  std::vector<HeldHand> held;    // at most two: they keep their place
  std::map<TurnId, Turn> turns;
  TurnId running;
  std::optional<Hand> given_hand;     // of the last turn, should it not be spoken
  std::map<PersonId, Spoken> spoken;  // charged turns only
  Served served;
  std::optional<Groups> last_groups;  // of the last turn from the queue
  PresenceScale presence;             // at the current phase's start
  static constexpr auto fields() {
    using T = Floor;
    return field_list(field<&T::mode>("mode"), field<&T::policy>("policy"), field<&T::hands>("hands"),
                      field<&T::held>("held"), field<&T::turns>("turns"), field<&T::running>("running"),
                      field<&T::given_hand>("given_hand"), field<&T::spoken>("spoken"), field<&T::served>("served"),
                      field<&T::last_groups>("last_groups"), field<&T::presence>("presence"));
  }
  friend bool operator==(const Floor&, const Floor&) = default;
};

// Commands.
struct RaiseHand {
  static constexpr std::string_view name = "hand.raise";
  HandKind kind = HandKind::intervention;
  std::optional<PersonId> for_person;
  std::optional<Words> text;            // to be read aloud
  std::optional<std::string> language;  // that the person will speak, or has typed in
  static constexpr auto fields() {
    using T = RaiseHand;
    return field_list(field<&T::kind>("kind"), field<&T::for_person>("for"), field<&T::text>("text"),
                      field<&T::language>("language"));
  }
  friend bool operator==(const RaiseHand&, const RaiseHand&) = default;
};

struct LowerHand {
  static constexpr std::string_view name = "hand.lower";
  HandId hand;
  static constexpr auto fields() {
    using T = LowerHand;
    return field_list(field<&T::hand>("hand"));
  }
  friend bool operator==(const LowerHand&, const LowerHand&) = default;
};

struct AcceptHand {
  static constexpr std::string_view name = "hand.accept";
  HandId hand;
  static constexpr auto fields() {
    using T = AcceptHand;
    return field_list(field<&T::hand>("hand"));
  }
  friend bool operator==(const AcceptHand&, const AcceptHand&) = default;
};

struct GiveFloor {
  static constexpr std::string_view name = "floor.give";
  std::optional<HandId> hand;
  std::optional<PersonId> person;
  std::optional<HandId> expected;  // the hand shown first; absent or null: the queue is empty
  std::optional<Words> reason;
  std::optional<TurnKind> kind;      // `answer` for a panellist's reply; outside the queue only
  std::optional<Words> newcomer;     // instead of a person: somebody who is not in the session yet, by name
  std::optional<Modality> modality;  // of the newcomer
  static constexpr auto fields() {
    using T = GiveFloor;
    return field_list(field<&T::hand>("hand"), field<&T::person>("person"), field<&T::expected>("expected"),
                      field<&T::reason>("reason"), field<&T::kind>("kind"), field<&T::newcomer>("name"),
                      field<&T::modality>("modality"));
  }
  friend bool operator==(const GiveFloor&, const GiveFloor&) = default;
};

struct ExtendTurn {
  static constexpr std::string_view name = "floor.extend";
  std::int64_t seconds = 0;
  static constexpr auto fields() {
    using T = ExtendTurn;
    return field_list(field<&T::seconds>("seconds"));
  }
  friend bool operator==(const ExtendTurn&, const ExtendTurn&) = default;
};

struct EndTurn {
  static constexpr std::string_view name = "floor.end";
  static constexpr auto fields() { return field_list(); }
  friend bool operator==(const EndTurn&, const EndTurn&) = default;
};

struct YieldFloor {
  static constexpr std::string_view name = "floor.yield";
  static constexpr auto fields() { return field_list(); }
  friend bool operator==(const YieldFloor&, const YieldFloor&) = default;
};

// Events.
struct HandRaised {
  static constexpr std::string_view name = "hand.raised";
  HandId hand;
  PersonId person;
  HandKind kind = HandKind::intervention;
  Groups groups;
  PersonId by;
  PersonId introduces;  // the person, if this is their first public act
  std::string language;
  static constexpr auto fields() {
    using T = HandRaised;
    return field_list(field<&T::hand>("hand"), field<&T::person>("person"), field<&T::kind>("kind"),
                      field<&T::groups>("groups"), field<&T::by>("by"), field<&T::introduces>("introduces"),
                      field<&T::language>("language"));
  }
  friend bool operator==(const HandRaised&, const HandRaised&) = default;
};

struct HandLowered {
  static constexpr std::string_view name = "hand.lowered";
  HandId hand;
  static constexpr auto fields() {
    using T = HandLowered;
    return field_list(field<&T::hand>("hand"));
  }
  friend bool operator==(const HandLowered&, const HandLowered&) = default;
};

struct HandAccepted {
  static constexpr std::string_view name = "hand.accepted";
  HandId hand;
  static constexpr auto fields() {
    using T = HandAccepted;
    return field_list(field<&T::hand>("hand"));
  }
  friend bool operator==(const HandAccepted&, const HandAccepted&) = default;
};

/// The two shown next, after a pick.
struct QueueHeld {
  static constexpr std::string_view name = "floor.held";
  std::vector<HeldHand> held;
  static constexpr auto fields() {
    using T = QueueHeld;
    return field_list(field<&T::held>("held"));
  }
  friend bool operator==(const QueueHeld&, const QueueHeld&) = default;
};

struct FloorGiven {
  static constexpr std::string_view name = "floor.given";
  TurnId turn;
  HandId hand;
  PersonId person;
  Rule rule = Rule::arrival;
  std::optional<Attribute> by;
  Words reason;
  Groups groups;
  bool is_charged = false;
  bool is_first = false;
  DurationMs planned_ms = 0;
  PersonId introduces;
  TurnKind kind = TurnKind::intervention;
  TalkId talk;
  TurnId ends;  // the turn that ran until then
  bool is_typed = false;
  Words text;
  std::string language;
  std::optional<Uncharged> uncharged;
  static constexpr auto fields() {
    using T = FloorGiven;
    return field_list(field<&T::turn>("turn"), field<&T::hand>("hand"), field<&T::person>("person"),
                      field<&T::rule>("rule"), field<&T::by>("by"), field<&T::reason>("reason"),
                      field<&T::groups>("groups"), field<&T::is_charged>("charged"), field<&T::is_first>("first_time"),
                      field<&T::planned_ms>("planned_ms"), field<&T::introduces>("introduces"), field<&T::kind>("kind"),
                      field<&T::talk>("talk"), field<&T::ends>("ends"), field<&T::is_typed>("typed"),
                      field<&T::text>("text"), field<&T::language>("language"), field<&T::uncharged>("uncharged"));
  }
  friend bool operator==(const FloorGiven&, const FloorGiven&) = default;
};

struct FloorExtended {
  static constexpr std::string_view name = "floor.extended";
  TurnId turn;
  DurationMs by_ms = 0;
  DurationMs planned_ms = 0;  // after it
  static constexpr auto fields() {
    using T = FloorExtended;
    return field_list(field<&T::turn>("turn"), field<&T::by_ms>("by_ms"), field<&T::planned_ms>("planned_ms"));
  }
  friend bool operator==(const FloorExtended&, const FloorExtended&) = default;
};

struct FloorEnded {
  static constexpr std::string_view name = "floor.ended";
  TurnId turn;
  DurationMs elapsed_ms = 0;
  static constexpr auto fields() {
    using T = FloorEnded;
    return field_list(field<&T::turn>("turn"), field<&T::elapsed_ms>("elapsed_ms"));
  }
  friend bool operator==(const FloorEnded&, const FloorEnded&) = default;
};

/// Reply and point of order only where the file asks for them.
bool takes(const FloorPolicy& policy, HandKind kind);
/// What the turn's groups are charged once it has lasted so long.
DurationMs charged_ms(const Turn& turn, DurationMs spoken_ms);
/// Time that a turn has had until `now_ms`.
DurationMs elapsed_ms(const Turn& turn, InstantMs now_ms);
/// The end of the turn that runs.
FloorEnded ended(const Floor& floor, InstantMs at_ms);

// The rules. `decide` may refuse and changes nothing; `apply` never refuses.
Decision decide(const State& state, const RaiseHand& command, const Stamp& stamp);
Decision decide(const State& state, const LowerHand& command, const Stamp& stamp);
Decision decide(const State& state, const AcceptHand& command, const Stamp& stamp);
Decision decide(const State& state, const GiveFloor& command, const Stamp& stamp);
Decision decide(const State& state, const ExtendTurn& command, const Stamp& stamp);
Decision decide(const State& state, const EndTurn& command, const Stamp& stamp);
Decision decide(const State& state, const YieldFloor& command, const Stamp& stamp);
void apply(State& state, const HandRaised& event, const Moment& moment);
void apply(State& state, const HandLowered& event, const Moment& moment);
void apply(State& state, const HandAccepted& event, const Moment& moment);
void apply(State& state, const QueueHeld& event, const Moment& moment);
void apply(State& state, const FloorGiven& event, const Moment& moment);
void apply(State& state, const FloorExtended& event, const Moment& moment);
void apply(State& state, const FloorEnded& event, const Moment& moment);

}  // namespace roundtable::core
