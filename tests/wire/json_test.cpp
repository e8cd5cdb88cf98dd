#include "wire/json.hpp"

#include <gtest/gtest.h>

#include "core/limits.hpp"

namespace roundtable::wire {
namespace {

using Kind = ParseFault::Kind;
constexpr std::size_t enough = 1 << 20;

ParseFault fault_of(std::string_view text, ParseRules rules = {enough, false, true}) {
  ParseFault fault;
  EXPECT_FALSE(parse(text, rules, &fault)) << text;
  EXPECT_FALSE(fault.what.empty());
  return fault;
}

TEST(Json, ReadsEveryKindOfValue) {
  const std::string text = R"({"a":[1,-2,{"b":[]}],"c":"\u00e9\n","d":true,"e":null,"f":1.5,"g":{}})";
  const auto value = parse(text, enough);
  ASSERT_TRUE(value);
  EXPECT_EQ(dump(*value), R"({"a":[1,-2,{"b":[]}],"c":"é\n","d":true,"e":null,"f":1.5,"g":{}})");
  for (const std::string_view scalar : {"1", "\"x\"", "null", "[]", " { } "}) EXPECT_TRUE(parse(scalar, enough));
}

TEST(Json, AgreesWithTheLibraryOnNestedLists) {
  const std::string text = R"([[1,[2,3]],[],[[[]]],{"x":[{"y":[1,{}]}],"z":[[],{}]},4])";
  EXPECT_EQ(*parse(text, enough), Json::parse(text));
}

TEST(Json, KeepsWholeNumbersExact) {
  for (const std::string_view text : {"9223372036854775807", "-9223372036854775808", "9007199254740993", "0", "-0"}) {
    const auto value = parse(text, enough);
    ASSERT_TRUE(value) << text;
    EXPECT_TRUE(value->is_number_integer() && !value->is_number_unsigned());
    EXPECT_EQ(dump(*value), text == "-0" ? "0" : text);
  }
  EXPECT_EQ(fault_of("9223372036854775808").kind, Kind::number);
  EXPECT_EQ(fault_of("-9223372036854775809").kind, Kind::number);
  EXPECT_EQ(fault_of("[18446744073709551616]").kind, Kind::number);
  EXPECT_EQ(fault_of("1e999").kind, Kind::number);
  EXPECT_EQ(fault_of("1.5", {enough, true, false}).kind, Kind::number);
  EXPECT_EQ(fault_of("1e3", {enough, true, false}).kind, Kind::number);
}

TEST(Json, RefusesDeepNestingBeforeItGrows) {
  const std::size_t most = core::limits::json_depth;
  EXPECT_TRUE(parse(std::string(most, '[') + std::string(most, ']'), enough));
  EXPECT_EQ(fault_of(std::string(most + 1, '[') + std::string(most + 1, ']')).kind, Kind::too_deep);
  const ParseFault fault = fault_of(std::string(enough, '['));
  EXPECT_EQ(fault.kind, Kind::too_deep);
  EXPECT_EQ(fault.byte, most);
  std::string objects;
  for (std::size_t level = 0; level < 1000; ++level) objects += "{\"a\":";
  EXPECT_EQ(fault_of(objects).kind, Kind::too_deep);
}

TEST(Json, RefusesSizeBytesAndZero) {
  EXPECT_EQ(fault_of("[1,2,3]", {6, true, true}).kind, Kind::too_large);
  EXPECT_TRUE(parse("[1,2,3]", 7));
  const ParseFault utf8 = fault_of("[\"\xC3(\"]");
  EXPECT_EQ(utf8.kind, Kind::bad_utf8);
  EXPECT_EQ(utf8.byte, 2U);
  EXPECT_EQ(fault_of(std::string_view("{}\0{", 4)).kind, Kind::syntax);
  EXPECT_EQ(fault_of(R"(["\ud800"])").kind, Kind::syntax);
}

TEST(Json, NamesTheSyntaxFaultAndItsPlace) {
  EXPECT_EQ(fault_of("").kind, Kind::syntax);
  for (const std::string_view bad :
       {"{", "[1,]", "{\"a\":1,}", "{'a':1}", "nul", "01", "[1] 2", "// x\n1", "\"\t\"", "{\"a\" 1}", "[NaN]"}) {
    EXPECT_EQ(fault_of(bad).kind, Kind::syntax) << bad;
  }
  const std::string text = "{\"title\": \"A\",\n \"duration\": 60,,\n}";
  const Place place = place_of(text, fault_of(text).byte);
  EXPECT_EQ(place.line, 2U);
  EXPECT_EQ(place.column, 17U);
}

TEST(Json, DuplicateKeysAreAFaultWhereAsked) {
  const std::string text = R"({"a":{"b":1},"c":2,"a":3})";
  EXPECT_EQ((*parse(text, enough))["a"], 3);
  const ParseFault fault = fault_of(text);
  EXPECT_EQ(fault.kind, Kind::duplicate_key);
  EXPECT_EQ(fault.what, "the key \"a\" stands twice in one object");
  EXPECT_EQ(place_of(text, fault.byte).column, 22U);
  EXPECT_TRUE(parse(R"([{"a":1},{"a":1}])", {enough, false, true}));
}

TEST(Json, DumpNeverThrows) {
  EXPECT_EQ(dump(Json("\xC3(")), "\"\xEF\xBF\xBD(\"");
  EXPECT_EQ(in_quotes("a\"b"), "\"a\\\"b\"");
}

TEST(Json, PlaceCountsCharacters) {
  const Place place = place_of("a\n\u00E9\u20ACx", 7);
  EXPECT_EQ(place.line, 2U);
  EXPECT_EQ(place.column, 3U);
}

}  // namespace
}  // namespace roundtable::wire
