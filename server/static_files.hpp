#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "server/http.hpp"

namespace roundtable::server {

// The built web client, read into memory once: no path of a request ever reaches the file system.
class StaticFiles {
 public:
  // Without index.html in the folder (or with an empty path) every page says how to build the client.
  explicit StaticFiles(const std::filesystem::path& folder);

  // Files by their path; any other path without a dot is a page of the client and gets index.html. FILE.br and FILE.gz
  // beside FILE go out in its place to who accepts them. Paths of the API are never pages.
  HttpResponse answer(const HttpRequest& request) const;

  std::size_t file_count() const { return files_.size(); }
  bool has_client() const { return files_.contains("/index.html"); }

 private:
  struct File {
    std::string content_type;
    std::string cache_control;
    std::string etag;  // without quotes
    std::shared_ptr<const std::string> plain;
    std::shared_ptr<const std::string> brotli;
    std::shared_ptr<const std::string> gzip;
  };
  HttpResponse serve(const File& file, const HttpRequest& request) const;

  std::map<std::string, File, std::less<>> files_;
};

}  // namespace roundtable::server
