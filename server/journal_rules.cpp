#include "server/journal_rules.hpp"

namespace roundtable::server {
namespace {

std::optional<std::string> fault_of_part(const std::optional<Part>& part, const std::string& data) {
  if (!part) return "has an erased part";
  if (part->salt.size() != salt_bytes) return "has a part whose salt is not 16 bytes";
  if (data.find(digest(*part)) == std::string::npos) return "has a part whose digest its data does not hold";
  return std::nullopt;
}

}  // namespace

std::optional<std::string> fault_of_batch(const std::string& session, std::uint32_t end_seq,
                                          const std::vector<Row>& batch) {
  if (session.empty()) return "the session has no name";
  if (batch.empty()) return "the batch is empty";
  std::size_t bytes = 0;
  std::uint32_t due = end_seq;
  for (const Row& row : batch) {
    const std::string which = "row " + std::to_string(row.seq) + " ";
    if (row.seq != ++due) return which + "stands where " + std::to_string(due) + " is due";
    bytes += row.type.size() + row.data.size() + row.mark.size();
    for (const auto& part : row.parts) {
      if (const auto fault = fault_of_part(part, row.data)) return which + *fault;
      bytes += part->salt.size() + part->words.size();
    }
  }
  if (bytes > batch_limit_bytes) return "the batch has " + std::to_string(bytes) + " bytes, more than fit";
  return std::nullopt;
}

}  // namespace roundtable::server
