#include "server/static_files.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <string_view>

#include "server/http_rules.hpp"
#include "server/limits.hpp"

namespace roundtable::server {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kNoClient =
    "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Roundtable</title>\n"
    "<h1>The web client is not built</h1>\n"
    "<p>Run <code>scripts/build</code>, then start the server with <code>--web webclient/dist</code>.</p>\n"
    "<p>The server itself is running: see <a href=\"/healthz\">/healthz</a>.</p>\n</html>\n";

std::string_view content_type_of(std::string_view path) {
  struct Type {
    std::string_view ending;
    std::string_view name;
  };
  static constexpr std::array<Type, 16> kTypes{{{".html", "text/html; charset=utf-8"},
                                                {".js", "text/javascript; charset=utf-8"},
                                                {".mjs", "text/javascript; charset=utf-8"},
                                                {".css", "text/css; charset=utf-8"},
                                                {".wasm", "application/wasm"},
                                                {".json", "application/json"},
                                                {".map", "application/json"},
                                                {".webmanifest", "application/manifest+json"},
                                                {".svg", "image/svg+xml"},
                                                {".png", "image/png"},
                                                {".jpg", "image/jpeg"},
                                                {".webp", "image/webp"},
                                                {".ico", "image/x-icon"},
                                                {".woff2", "font/woff2"},
                                                {".txt", "text/plain; charset=utf-8"},
                                                {".md", "text/markdown; charset=utf-8"}}};
  for (const auto& type : kTypes) {
    if (path.ends_with(type.ending)) return type.name;
  }
  return "application/octet-stream";
}

std::string etag_of(const std::string& bytes) {
  std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a: tells versions of one file apart, no more is asked of it
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  std::array<char, 17> text{};
  std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(hash));
  return text.data();
}

std::shared_ptr<const std::string> content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return std::make_shared<const std::string>(std::move(bytes));
}

std::map<std::string, std::shared_ptr<const std::string>> files_below(const fs::path& folder) {
  std::map<std::string, std::shared_ptr<const std::string>> out;
  std::size_t total = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.is_symlink()) continue;
    total += entry.file_size();
    if (total > limits::kWebBytes)
      throw std::runtime_error(folder.string() + " holds more than a web client: over 64 MiB");
    out.emplace('/' + entry.path().lexically_relative(folder).generic_string(), content_of(entry.path()));
  }
  return out;
}

/// What stands before the first `mark`, which is taken off `rest` with it.
std::string_view take_until(std::string_view& rest, char mark) {
  const auto* const end = std::find(rest.begin(), rest.end(), mark);
  const std::string_view taken = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  rest.remove_prefix(std::min(taken.size() + 1, rest.size()));
  return taken;
}

bool accepts(const std::string* header, std::string_view coding) {
  std::string_view rest = header == nullptr ? std::string_view() : *header;
  while (!rest.empty()) {
    std::string_view item = take_until(rest, ',');
    if (!equal_ignoring_case(trimmed(take_until(item, ';')), coding)) continue;
    const std::string_view weight = trimmed(item);
    return !weight.starts_with("q=0") || weight.find_first_of("123456789") != std::string_view::npos;
  }
  return false;
}

bool belongs_to_api(std::string_view path) {
  const auto is = [&](std::string_view name) {
    return path.starts_with(name) && (path.size() == name.size() || path[name.size()] == '/');
  };
  return is("/api") || is("/healthz") || is("/readyz") || is("/metrics");
}

}  // namespace

StaticFiles::StaticFiles(const fs::path& folder) {
  if (folder.empty() || !fs::is_regular_file(folder / "index.html")) return;
  const auto found = files_below(folder);
  const auto variant = [&](const std::string& path) {
    const auto at = found.find(path);
    return at == found.end() ? nullptr : at->second;
  };
  for (const auto& [path, bytes] : found) {
    const bool compressed = path.ends_with(".br") || path.ends_with(".gz");
    if (compressed && found.contains(path.substr(0, path.size() - 3))) continue;
    // Vite puts a hash of the content into the names below assets/.
    const bool hashed = path.starts_with("/assets/");
    files_[path] = {std::string(content_type_of(path)),
                    hashed ? "public, max-age=31536000, immutable" : "no-cache",
                    etag_of(*bytes),
                    bytes,
                    variant(path + ".br"),
                    variant(path + ".gz")};
  }
}

HttpResponse StaticFiles::answer(const HttpRequest& request) const {
  const std::string& path = request.path;
  if (belongs_to_api(path)) return problem(404, "not_found", "there is nothing at this path");
  if (request.method != "GET") {
    auto refusal = problem(405, "bad_data", "files are only read");
    refusal.headers = {{"Allow", "GET, HEAD"}};
    return refusal;
  }
  if (const auto found = files_.find(path); found != files_.end()) return serve(found->second, request);
  if (path.find('.') != std::string::npos) return problem(404, "not_found", "there is no such file");
  if (const auto index = files_.find("/index.html"); index != files_.end()) return serve(index->second, request);
  return {503, "text/html; charset=utf-8", std::string(kNoClient), {}};
}

HttpResponse StaticFiles::serve(const File& file, const HttpRequest& request) const {
  const std::string* accepted = request.header("Accept-Encoding");
  std::string_view coding;
  auto bytes = file.plain;
  if (file.brotli && accepts(accepted, "br")) {
    coding = "br";
    bytes = file.brotli;
  } else if (file.gzip && accepts(accepted, "gzip")) {
    coding = "gzip";
    bytes = file.gzip;
  }
  const std::string etag = '"' + file.etag + (coding.empty() ? "" : "-") + std::string(coding) + '"';
  HttpResponse response{200, file.content_type, {}, {{"Cache-Control", file.cache_control}, {"ETag", etag}}, nullptr};
  if (file.brotli || file.gzip) response.headers.emplace_back("Vary", "Accept-Encoding");
  const std::string* known = request.header("If-None-Match");
  if (known != nullptr && known->find(etag) != std::string::npos) {
    response.status = 304;
    return response;
  }
  if (!coding.empty()) response.headers.emplace_back("Content-Encoding", coding);
  response.shared_body = std::move(bytes);
  return response;
}

}  // namespace roundtable::server
