/** The most characters that the core takes (shared/core/limits.hpp, `*_characters`; a test holds them equal): a field ends there. */
export const characters = {
  name: 100,
  affiliation: 160,
  profile_note: 100,
  hand_text: 1_000,
  question: 1_000,
  reason: 300,
  answer: 4_000,
  announcement: 1_000,
  caption: 1_000,
  staff_message: 300,
  note: 600,
  group_title: 150,
  jotting: 2_000,
  narrative: 10_000,
  takeaway_title: 300,
  takeaway_body: 6_000,
  poll_title: 300,
  poll_choice: 200,
  poll_word: 40,
  title: 300,
  url: 2_000,
} as const;

/** Choices of a poll. */
export const pollChoices = 20;
