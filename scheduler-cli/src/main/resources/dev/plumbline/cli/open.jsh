Project project = load(System.getProperty("plumbline.in"));
