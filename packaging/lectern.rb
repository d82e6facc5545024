# For Homebrew: brew install --build-from-source ./lectern.rb, with the release
# from make dist where `url` says.  ruby has read it; untried with brew.
class Lectern < Formula
  desc "Terminal browser for conference talks"
  homepage "https://lectern.example.org"
  url "https://lectern.example.org/lectern-0.2.0.tar.xz"
  # sha256 is added when there is a release.
  license "MIT"

  depends_on "pkgconf" => :build
  depends_on "cmark"
  depends_on "gettext"
  depends_on "libunistring"
  depends_on "libyaml"
  depends_on "ncurses"
  depends_on "qrencode"
  depends_on "sqlite"

  uses_from_macos "expat"

  def install
    system "./configure", *std_configure_args
    system "make", "install"
  end

  test do
    (testpath/"talks.md").write <<~EOS
      # Soil

      - [Slow compost](https://youtu.be/AAAAAAAAAAA) by Ann Lee
      - [Winter beans](https://youtu.be/BBBBBBBBBBB) by Zoë Quinn
    EOS
    assert_match "Winter beans", shell_output("#{bin}/lectern search beans talks.md")
    assert_equal 224, shell_output("#{bin}/lectern list").lines.length
  end
end
