"""Pages that the server in front shows in our stead, without style sheets, scripts or pictures of ours."""
