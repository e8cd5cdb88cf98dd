// Every limit of the core, with its reason. Characters are Unicode code points; bytes are UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/time.hpp"

namespace roundtable::core::limits {

// Text that people type. A name must fit a queue row; a question a room display; an announcement is fixed by the
// contract.
inline constexpr std::size_t name_characters = 100;
inline constexpr std::size_t affiliation_characters = 160;
inline constexpr std::size_t profile_note_characters = 100;  // call_name, said_as, gender, seat
inline constexpr std::size_t language_characters = 35;       // the longest registered BCP 47 tags
inline constexpr std::size_t languages = 10;
inline constexpr std::size_t hand_text_characters = 1'000;  // fits a room display, and read aloud the usual turn
inline constexpr std::size_t question_characters = 1'000;
inline constexpr std::size_t reason_characters = 300;
inline constexpr std::size_t answer_characters = 4'000;
inline constexpr std::size_t announcement_characters = 1'000;
inline constexpr std::size_t caption_characters = 1'000;
inline constexpr std::size_t staff_message_characters = 300;  // read in passing
inline constexpr std::size_t note_characters = 600;           // one point of a group
inline constexpr std::size_t group_title_characters = 150;    // a topic, on a card
inline constexpr std::size_t jotting_characters = 2'000;
inline constexpr std::size_t narrative_characters = 10'000;  // a field: some pages
inline constexpr std::size_t takeaway_title_characters = 300;
inline constexpr std::size_t takeaway_body_characters = 6'000;

// Lists of one session.
inline constexpr std::size_t people = 20'000;
inline constexpr std::size_t people_held_by_staff =
    1'000;                                                // DESIGN.md, cost rules: beyond it staff get pages over HTTP
inline constexpr std::size_t names_passed_at_once = 100;  // an event each
inline constexpr std::size_t waiting_knocks = 500;
inline constexpr std::size_t answered_at_once = 100;  // joins that wait
inline constexpr std::uint32_t heads = 100'000;
inline constexpr std::size_t waiting_hands = 1'000;
inline constexpr std::size_t turns = 5'000;
inline constexpr std::size_t questions = 10'000;
inline constexpr std::size_t pending_questions_a_person = 20;
inline constexpr std::size_t breakout_groups = 60;      // a set; one room display shows no more
inline constexpr std::size_t breakout_sets = 20;        // a session; the record keeps all
inline constexpr std::int64_t breakout_rounds = 10;     // of one plan
inline constexpr std::size_t breakout_places = 6'000;   // people times rounds: one event of the journal
inline constexpr std::size_t breakout_wishes = 200;     // together and apart, each
inline constexpr std::size_t placed_late_at_once = 20;  // an event each
inline constexpr std::size_t group_broadcasts = 20;     // held; what a group reads back over
inline constexpr std::size_t group_questions = 100;     // a group
inline constexpr std::size_t group_notes = 200;         // a group
inline constexpr std::size_t takeaways = 100;
inline constexpr std::size_t evidence_an_item = 50;
inline constexpr std::size_t active_signals = 4'000;
inline constexpr std::size_t caption_lines = 12;  // held, over all languages; what a screen shows and a late line needs
inline constexpr std::size_t staff_messages = 50;  // held; what a shift of staff reads back over
inline constexpr std::size_t jottings_an_author = 500;
inline constexpr std::size_t similar_questions = 5;
inline constexpr std::size_t representative_questions = 10;

// Polls. A choice must be readable from the back row beside its bar; a scale of more steps is no quick check.
inline constexpr std::size_t polls = 100;
inline constexpr std::size_t poll_title_characters = 300;
inline constexpr std::size_t poll_choices = 20;
inline constexpr std::size_t poll_choice_characters = 200;
inline constexpr std::size_t poll_scale_steps = 7;
inline constexpr std::int64_t poll_dots = 100;
inline constexpr std::int64_t poll_dots_default = 3;
inline constexpr std::size_t poll_words_a_person = 3;
inline constexpr std::size_t poll_word_characters = 40;
inline constexpr std::size_t poll_answers = 100;  // different words in a result, which is one event

// The session file.
inline constexpr std::size_t session_file_bytes = 256 * 1024;
inline constexpr std::size_t session_plan_bytes = 40 * 1024;  // one event must fit a 64 KiB journal batch
inline constexpr std::size_t json_depth = 32;
inline constexpr std::size_t file_people = 500;
inline constexpr std::size_t phases = 50;
inline constexpr std::size_t speakers_a_phase = 50;
inline constexpr std::size_t media = 20;
inline constexpr std::size_t file_lines = 50;  // policy questions, SDG targets, expected outcomes
inline constexpr std::size_t title_characters = 300;
inline constexpr std::size_t description_characters = 8'000;
inline constexpr std::size_t line_characters = 1'500;
inline constexpr std::size_t url_characters = 2'000;
inline constexpr std::size_t floor_rules = 8;

// Time.
inline constexpr DurationMs shortest_phase_ms = minute_ms;
inline constexpr DurationMs longest_phase_ms = 12 * hour_ms;
inline constexpr DurationMs longest_session_ms = 24 * hour_ms;
inline constexpr DurationMs shortest_turn_ms = 10 * second_ms;
inline constexpr DurationMs longest_turn_ms = hour_ms;
inline constexpr DurationMs lobby_opens_ms = 30 * minute_ms;  // before the planned start
inline constexpr DurationMs longest_extension_ms = 2 * hour_ms;
inline constexpr DurationMs signal_lasts_ms = 3 * minute_ms;
inline constexpr DurationMs signal_repeat_ms = 20 * second_ms;
inline constexpr DurationMs signal_answer_lasts_ms = 2 * minute_ms;  // "fixed", on the sender's page
inline constexpr DurationMs cue_lasts_ms = minute_ms;
inline constexpr DurationMs away_counts_as_left_ms = 10 * minute_ms;  // DESIGN.md, tallies

inline constexpr DurationMs longest_closing_ms = 30 * minute_ms;  // of breakout groups

// The floor.
inline constexpr std::int64_t extra_time_percent =
    200;  // consecutive interpretation doubles a turn; a speech aid may take more
inline constexpr DurationMs undo_ms = 10 * second_ms;
inline constexpr std::uint32_t overtaken_at_most_default = 12;
inline constexpr std::uint32_t overtaken_at_most_highest = 100;
inline constexpr std::size_t held_hands = 2;
inline constexpr std::int64_t presence_rounded_up_to = 5;
inline constexpr DurationMs turn_default_ms = 2 * minute_ms;

// Balanced groups (grouping.hpp): the costs of the largest problem stay far inside 64 bits, and its pairs in memory.
inline constexpr std::size_t grouping_people = 1'000;
inline constexpr std::size_t grouping_elements = 2'000;  // plain MDGP, as large as its published instances
inline constexpr std::size_t grouping_groups = 200;
inline constexpr std::size_t grouping_rounds = 20;
inline constexpr std::size_t grouping_attributes = 20;
inline constexpr std::size_t grouping_choices = 20;
inline constexpr std::size_t grouping_pairs = 10'000;
inline constexpr std::int64_t grouping_weight = 1'000;
inline constexpr std::int64_t grouping_distance_millionths = 1'000'000'000'000;
inline constexpr std::size_t grouping_file_bytes = 64 * 1024 * 1024;

// Groups of fewer people than this are never shown alone (DESIGN.md, small groups).
inline constexpr std::int64_t small_group = 5;

}  // namespace roundtable::core::limits
