# For Nix: nix-build packaging, in a tree that ./bootstrap or a release has made.
# nix-instantiate has read it; untried with nix-build.
{ pkgs ? import <nixpkgs> { } }:

pkgs.stdenv.mkDerivation {
  pname = "lectern";
  version = "0.2.0";

  src = ./..;

  nativeBuildInputs = with pkgs; [ autoreconfHook gettext pkg-config ];
  buildInputs = with pkgs; [ cmark expat libunistring libyaml ncurses qrencode sqlite ];

  nativeCheckInputs = with pkgs; [ bats cmocka jq libvterm-neovim mandoc ];
  doCheck = true;
  enableParallelBuilding = true;

  meta = {
    homepage = "https://lectern.example.org";
    description = "Terminal browser for conference talks";
    license = pkgs.lib.licenses.mit;
    mainProgram = "lectern";
    platforms = pkgs.lib.platforms.unix;
  };
}
