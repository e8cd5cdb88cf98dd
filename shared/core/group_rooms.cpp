#include "core/group_rooms.hpp"

#include <algorithm>

#include "core/text.hpp"

namespace roundtable::core {

namespace {

std::string lower(std::string_view text) {
  std::string lowered(text);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return lowered;
}

const MediaLink* call_of(const SessionPlan& plan) {
  const auto found =
      std::find_if(plan.media.begin(), plan.media.end(), [](const MediaLink& each) { return each.kind == "call"; });
  return found == plan.media.end() ? nullptr : &*found;
}

bool is_jitsi(const MediaLink& call) {
  const std::string url = lower(call.url);
  const std::size_t host = url.find("://");
  const std::size_t path = host == std::string::npos ? host : url.find('/', host + 3);
  const std::string before_path = url.substr(0, path);
  return before_path.find("jitsi") != std::string::npos || before_path.find("://meet.jit.si") != std::string::npos ||
         lower(call.label).find("jitsi") != std::string::npos;
}

/// The call's own address without what follows the room's name.
std::string room_address(std::string_view url) {
  std::string address(url.substr(0, url.find_first_of("?#")));
  while (!address.empty() && address.back() == '/') address.pop_back();
  return address;
}

}  // namespace

bool is_secure_address(std::string_view url) {
  constexpr std::string_view scheme = "https://";
  if (!url.starts_with(scheme) || url.size() > limits::url_characters) return false;
  const std::string_view rest = url.substr(scheme.size());
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
  if (host.empty() || host.find('@') != std::string_view::npos) return false;
  return std::none_of(url.begin(), url.end(), [](char letter) {
    return letter <= ' ' || letter == 0x7F || letter == '"' || letter == '<' || letter == '>' || letter == '\\';
  });
}

void name_rooms(const SessionPlan& plan, std::string_view secret, std::vector<DraftGroup>& groups) {
  const MediaLink* call = call_of(plan);
  for (std::size_t index = 0; index < groups.size(); ++index) {
    GroupCall& room = groups[index].call;
    const std::string number = std::to_string(index + 1);
    const std::size_t from = index * secret_letters;
    if (plan.breakouts && index < plan.breakouts->calls.size()) {
      room = plan.breakouts->calls[index];
    } else if (call != nullptr && is_jitsi(*call) && from + secret_letters <= secret.size()) {
      room.url = room_address(call->url) + "-" + number + "-" + std::string(secret.substr(from, secret_letters));
      if (!is_secure_address(room.url)) room.url.clear();
    } else if (call != nullptr) {
      room.name = number;
    }
  }
}

}  // namespace roundtable::core
