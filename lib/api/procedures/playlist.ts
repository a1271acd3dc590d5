import { attendPlaylist } from "@/lib/services/playlist/attend-playlist";
import { createPlaylist } from "@/lib/services/playlist/create-playlist";
import { editPlaylist } from "@/lib/services/playlist/edit-playlist";
import { endSession } from "@/lib/services/playlist/end-session";
import { getPlaylist } from "@/lib/services/playlist/get-playlist";
import { listPlaylists } from "@/lib/services/playlist/list-playlists";
import { presentPlaylist } from "@/lib/services/playlist/present-playlist";
import { showPlaylistFilm } from "@/lib/services/playlist/show-film";
import { procedure } from "../procedure";

const tags = ["Playlists"] as const;

export const playlist = {
  list: procedure(listPlaylists, { method: "GET", path: "/playlists", summary: "List playlists for a review session, newest first", tags }),
  create: procedure(createPlaylist, { method: "POST", path: "/playlists", summary: "Make a playlist of review cards", tags }),
  get: procedure(getPlaylist, {
    method: "GET",
    path: "/playlists/{playlistId}",
    summary: "Read a playlist: its cards, the session, who is present and what was decided",
    tags,
  }),
  edit: procedure(editPlaylist, {
    method: "PATCH",
    path: "/playlists/{playlistId}",
    summary: "Change a playlist's name, cards or order",
    tags,
  }),
  present: procedure(presentPlaylist, {
    method: "POST",
    path: "/playlists/{playlistId}/presentation",
    summary: "Show a card to everybody who is present",
    tags,
  }),
  showFilm: procedure(showPlaylistFilm, {
    method: "POST",
    path: "/playlists/{playlistId}/film",
    summary: "Play, stop or move the presented film for everybody who follows",
    tags,
  }),
  attend: procedure(attendPlaylist, {
    method: "POST",
    path: "/playlists/{playlistId}/attendance",
    summary: "Say that you are present",
    tags,
  }),
  end: procedure(endSession, { method: "POST", path: "/playlists/{playlistId}/end", summary: "End the session of a playlist", tags }),
};
