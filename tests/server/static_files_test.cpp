#include "server/static_files.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace roundtable::server::test {
namespace {

namespace fs = std::filesystem;

class StaticFilesTest : public testing::Test {
 protected:
  StaticFilesTest() : folder_(fs::temp_directory_path() / ("roundtable-web-" + std::to_string(getpid()))) {
    fs::create_directories(folder_ / "assets");
    write("index.html", "<p>client</p>");
    write("core.wasm", "wasm");
    write("core.wasm.br", "brotli");
    write("core.wasm.gz", "gzip");
    write("assets/main-1a2b.js", "script");
    write("assets/old.tar.gz", "archive");
  }
  ~StaticFilesTest() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& bytes) const { std::ofstream(folder_ / name) << bytes; }

  HttpResponse get(const std::string& path, const Headers& headers = {}) const {
    HttpRequest request;
    request.method = "GET";
    request.path = path;
    request.headers = headers;
    return StaticFiles(folder_).answer(request);
  }

  static std::string header(const HttpResponse& response, const std::string& name) {
    const auto found = std::find_if(response.headers.begin(), response.headers.end(),
                                    [&](const auto& item) { return item.first == name; });
    return found == response.headers.end() ? "" : found->second;
  }

  const fs::path folder_;
};

TEST_F(StaticFilesTest, HashedAssetsStayAndTheIndexIsAskedForAgain) {
  const auto script = get("/assets/main-1a2b.js");
  EXPECT_EQ(*script.shared_body, "script");
  EXPECT_EQ(script.content_type, "text/javascript; charset=utf-8");
  EXPECT_EQ(header(script, "Cache-Control"), "public, max-age=31536000, immutable");
  const auto index = get("/index.html");
  EXPECT_EQ(index.content_type, "text/html; charset=utf-8");
  EXPECT_EQ(header(index, "Cache-Control"), "no-cache");
  const auto again = get("/index.html", {{"If-None-Match", "W/\"x\", " + header(index, "ETag")}});
  EXPECT_EQ(again.status, 304U);
  EXPECT_EQ(again.shared_body, nullptr);
}

TEST_F(StaticFilesTest, ThePrecompressedFormGoesToWhoAcceptsIt) {
  const auto best = get("/core.wasm", {{"Accept-Encoding", "gzip, deflate, br"}});
  EXPECT_EQ(*best.shared_body, "brotli");
  EXPECT_EQ(best.content_type, "application/wasm");
  EXPECT_EQ(header(best, "Content-Encoding"), "br");
  EXPECT_EQ(header(best, "Vary"), "Accept-Encoding");
  EXPECT_EQ(*get("/core.wasm", {{"Accept-Encoding", "gzip;q=0.5, br;q=0"}}).shared_body, "gzip");
  const auto plain = get("/core.wasm", {{"Accept-Encoding", "gzip;q=0, br; q=0.0"}});
  EXPECT_EQ(*plain.shared_body, "wasm");
  EXPECT_EQ(header(plain, "Vary"), "Accept-Encoding");
  EXPECT_NE(header(plain, "ETag"), header(best, "ETag"));
  EXPECT_EQ(*get("/core.wasm").shared_body, "wasm");
}

TEST_F(StaticFilesTest, PagesOfTheClientGetTheIndex) {
  for (const char* path : {"/", "/s/K7M2XQ", "/s/K7M2XQ/moderator", "/apiary", "/healthzone"}) {
    EXPECT_EQ(get(path).status, 200U) << path;
    EXPECT_EQ(*get(path).shared_body, "<p>client</p>") << path;
  }
}

TEST_F(StaticFilesTest, OtherPathsAreNotFound) {
  for (const char* path : {"/missing.js", "/core.wasm.br", "/../secret", "/assets/../../etc/passwd", "/assets/..",
                           "/api", "/api/sessions/x", "/healthz", "/readyz", "/metrics", "/metrics/x"}) {
    EXPECT_EQ(get(path).status, 404U) << path;
    EXPECT_EQ(get(path).content_type, "application/problem+json") << path;
  }
}

TEST_F(StaticFilesTest, AnArchiveOfItsOwnIsAFile) {
  EXPECT_EQ(*get("/assets/old.tar.gz").shared_body, "archive");
}

TEST_F(StaticFilesTest, LinksOutOfTheFolderAreNotFollowed) {
  fs::create_symlink("/etc/hostname", folder_ / "name.txt");
  fs::create_directory_symlink("/etc", folder_ / "etc");
  EXPECT_EQ(get("/name.txt").status, 404U);
  EXPECT_EQ(get("/etc/host.conf").status, 404U);
}

TEST_F(StaticFilesTest, FilesAreOnlyRead) {
  HttpRequest request;
  request.method = "DELETE";
  request.path = "/index.html";
  const auto refusal = StaticFiles(folder_).answer(request);
  EXPECT_EQ(refusal.status, 405U);
  EXPECT_EQ(header(refusal, "Allow"), "GET, HEAD");
}

TEST_F(StaticFilesTest, WithoutAClientThePageSaysHowToBuildIt) {
  fs::remove(folder_ / "index.html");
  EXPECT_FALSE(StaticFiles(folder_).has_client());
  EXPECT_EQ(get("/").status, 503U);
  EXPECT_NE(get("/s/K7M2XQ").body.find("scripts/build"), std::string::npos);
  HttpRequest request;
  request.method = "GET";
  request.path = "/";
  EXPECT_EQ(StaticFiles("").answer(request).status, 503U);
}

}  // namespace
}  // namespace roundtable::server::test
