# Numbers instead of q1 to q4 as keys. [0 points]
answers = {1: "b", 2: "d", 3: "a", 4: "c"}
