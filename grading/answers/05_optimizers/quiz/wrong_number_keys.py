# Keys 1 to 4. [0 points]
answers = {1: "d", 2: "b", 3: "c", 4: "c"}
