// What the rules need to know of text. All of it is valid UTF-8 by the time it gets here (wire/utf8).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace roundtable::core {

/// Unicode code points; the one measure of every limit on a text.
std::size_t character_count(std::string_view text);
/// As BCP 47 writes tags; whether the language exists is not ours to say.
bool is_language_tag(std::string_view text);
/// Without white space at both ends.
std::string trimmed(std::string_view text);
/// Control characters, line separators and the invisible ones that turn text around; line breaks and tabs are fine
/// where `lines` is set.
bool has_control_characters(std::string_view text, bool lines);

enum class TextFault : unsigned char { none, blank, too_long, control_characters };
/// What is wrong with a trimmed text of at most `most` characters.
TextFault text_fault(std::string_view text, std::size_t most, bool lines);

}  // namespace roundtable::core
